"""Setting a school up in chat: part by part, in any order, until somebody switches it on."""
