"""What `ilt-bot doctor` looks at, part by part; nothing is changed on the way."""
