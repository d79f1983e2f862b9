"""The judgement, pure: told the questionnaire, the answers, the go-live and the day."""
