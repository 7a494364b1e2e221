SELECT contract FROM subscriptions_subscription WHERE number = %(number)s
