"""The tables of the network: fibre plant, interest list, equipment with its moves, addresses and usage."""

from gigafibre.network.models.equipment import Equipment, EquipmentMove
from gigafibre.network.models.plant import Drop, Interest, Olt, PublicAsking
from gigafibre.network.models.traffic import IpAssignment, UsageDay

__all__ = ["Drop", "Equipment", "EquipmentMove", "Interest", "IpAssignment", "Olt", "PublicAsking", "UsageDay"]
