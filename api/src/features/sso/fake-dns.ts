/** A server of DNS for tests: real packets over UDP, and the TXT records that it is told. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'

export interface FakeDns {
  /** As `DNS_SERVERS` names it. */
  readonly address: string
  /** The records of a name. */
  readonly records: Map<string, readonly string[]>
  stop(): void
}

const headBytes = 12
const txt = 16

export async function startFakeDns(port = 0): Promise<FakeDns> {
  const records = new Map<string, readonly string[]>()
  const socket = createSocket('udp4')
  socket.on('message', (asked, from) => {
    const { name, end } = nameIn(asked)
    const texts = asked.readUInt16BE(end) === txt ? (records.get(name) ?? []) : []
    socket.send(answer(asked.subarray(0, end + 4), texts), from.port, from.address)
  })
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    records,
    stop: () => void socket.close(),
  }
}

/** The name that is asked for stands behind the head, in labels that begin with their length. */
function nameIn(asked: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let place = headBytes
  for (let length = asked[place] ?? 0; length > 0; length = asked[place] ?? 0) {
    labels.push(asked.toString('latin1', place + 1, place + 1 + length))
    place += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: place + 1 }
}

/** The question once more, and each record in pieces of at most 255 bytes; no name without a record. */
function answer(question: Buffer, texts: readonly string[]): Buffer {
  const head = Buffer.from(question)
  head.writeUInt16BE(texts.length > 0 ? 0x8180 : 0x8183, 2)
  head.writeUInt16BE(texts.length, 6)
  head.writeUInt32BE(0, 8)
  return Buffer.concat([head, ...texts.map(recordOf)])
}

function recordOf(text: string): Buffer {
  const pieces = text.match(/.{1,255}/g) ?? []
  const data = Buffer.concat(
    pieces.map((one) => Buffer.from(`${String.fromCharCode(one.length)}${one}`, 'latin1')),
  )
  const head = Buffer.from([0xc0, headBytes, 0, txt, 0, 1, 0, 0, 0, 60, 0, 0])
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
