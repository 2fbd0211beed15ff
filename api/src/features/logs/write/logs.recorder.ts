/** Keeps a line of every request that was made with a key. The answer leaves when the line is safe. */
import type { KeyPrincipal } from '../../../core/access/index.ts'
import type { Recorder } from '../../../core/feature/index.ts'
import type { LastUses } from '../../../core/last-uses/index.ts'
import { wasAccepted } from '../../../core/traffic/index.ts'
import type { LogWriter } from './log-writer.ts'
import { topicOf } from '../tail/logs.tail.ts'
import { lineOf } from '../redaction/read-exchange.ts'
import type { WakeUps } from '../tail/wake-ups.ts'

export interface RecorderParts {
  readonly writer: LogWriter
  readonly uses: LastUses
  readonly wakeUps: WakeUps
}

export function createRecorder({ writer, uses, wakeUps }: RecorderParts): Recorder {
  return {
    name: 'logs',
    wants: ({ principal }) => principal.kind === 'key',
    async record(exchange) {
      const key = exchange.principal as KeyPrincipal
      const line = lineOf(exchange, key)
      if (!line) return
      await writer.write(line)
      wakeUps.wake(topicOf(key.tenantId))
      if (wasAccepted(exchange)) uses.note(key, exchange.at)
    },
  }
}
