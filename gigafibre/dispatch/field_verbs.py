"""The verbs a technician's phone calls on one of his jobs: address, action."""

VERBS = {
    "start-travel": "dispatch.start_travel",
    "turn-back": "dispatch.turn_back",
    "start": "dispatch.start_job",
    "pause": "dispatch.pause_job",
    "complete": "dispatch.complete_job",
    "leave-incomplete": "dispatch.leave_incomplete",
    "answer": "dispatch.answer_item",
    "answers": "dispatch.answer_items",
    "time": "dispatch.add_time",
    "time/remove": "dispatch.remove_time",
    "material": "dispatch.add_material",
    "material/remove": "dispatch.remove_material",
    "equipment": "dispatch.add_equipment",
    "equipment/remove": "dispatch.remove_equipment",
    "photos/keep": "dispatch.add_photo",
    "photos/remove": "dispatch.remove_photo",
    "sign": "dispatch.sign_job",
}
