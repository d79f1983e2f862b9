"""The only door to customers' data. Rooms in the order they may use each other: people, answers, review, plan, judgement, form, portfolio, files, demo."""
