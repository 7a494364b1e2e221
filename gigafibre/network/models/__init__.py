"""The tables of the network: fibre plant, interest list, equipment with its moves."""

from gigafibre.network.models.equipment import Equipment, EquipmentMove
from gigafibre.network.models.plant import Drop, Interest, Olt, PublicAsking

__all__ = ["Drop", "Equipment", "EquipmentMove", "Interest", "Olt", "PublicAsking"]
