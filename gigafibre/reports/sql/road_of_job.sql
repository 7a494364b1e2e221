SELECT contract FROM dispatch_job WHERE number = %(number)s
