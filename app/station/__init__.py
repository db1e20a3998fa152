"""One station: push, pull, follow, presence and clock, on asyncio, without Qt."""
