"""Where a place is on the map: asked of what we know ourselves first, then of a geocoder outside, if one is set up.

Our own sources register here, the surest first: the drops of the network (`network.points`), the address files of
municipalities (`address_file`). What none of them knows to the door is asked of the geocoder, outside any transaction.
"""

from gigafibre.crm.geocoding import address_file as address_file
from gigafibre.crm.geocoding.points import DOUBTFUL, NEAREST, Asked, Point, better, known_point, source

__all__ = ["DOUBTFUL", "NEAREST", "Asked", "Point", "better", "known_point", "source"]
