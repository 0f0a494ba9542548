"""The front of the org: passes bytes on between PORT and the port of the simulator.

It is what is killed when the org dies: all connections end at once, whatever was on its way, nothing answers for a while,
and what was committed stays, as in an org whose servers fall over.

Usage: front.py PORT SIMULATOR
"""

import asyncio
import sys


async def pass_on(reader, writer):
    try:
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def main(port, simulator):
    async def connected(reader, writer):
        try:
            there_reader, there_writer = await asyncio.open_connection("127.0.0.1", simulator)
        except OSError:
            writer.close()
            return
        await asyncio.gather(pass_on(reader, there_writer), pass_on(there_reader, writer), return_exceptions=True)

    server = await asyncio.start_server(connected, "127.0.0.1", port, reuse_address=True)
    print("listening", flush=True)
    await server.serve_forever()


asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
