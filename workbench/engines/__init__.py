"""The stages of matching for many claims at once: whole columns instead of claims, on all cores.

They give what the rooms `events` gives, only sooner. They need numpy (the extra `scale`).
"""
