"""Why a backup can't be made or put back, in a sentence that says what to do."""


class BackupRefusedError(RuntimeError):
    """Nothing was done, or what was begun was taken back; the message says why and what to change."""
