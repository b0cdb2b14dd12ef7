"""What `ilt-bot` can be asked on the command line, one file per word."""
