"""What leaves: tickets to downloads, and the files behind them."""
