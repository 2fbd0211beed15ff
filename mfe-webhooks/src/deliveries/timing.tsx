import type { Attempt } from '@sonaqor/contract/webhook-deliveries'
import type { Text } from '@sonaqor/module/texts'
import { useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

const parts = [
  ['dnsMs', texts.timeDns],
  ['connectMs', texts.timeConnect],
  ['tlsMs', texts.timeTls],
  ['firstByteMs', texts.timeFirstByte],
] as const satisfies readonly (readonly [keyof Attempt['timing'], Text])[]

/** Where the time of an attempt went, in its order, as one bar and as figures. */
export function Timing({ of: { timing, latencyMs, address } }: { readonly of: Attempt }) {
  const say = useText()
  // Of an address that is no name there is nothing to look up.
  const known = parts.flatMap(([name, title]) => {
    const ms = timing[name] ?? 0
    return ms > 0 ? [{ name, title, ms }] : []
  })
  const rest = latencyMs - known.reduce((sum, { ms }) => sum + ms, 0)
  const all = rest < 0.5 ? known : [...known, { name: 'rest', title: texts.timeRest, ms: rest }]
  const isReused = address !== null && timing.connectMs === null && timing.firstByteMs !== null
  const whole = Math.max(latencyMs, 1)
  return (
    <div className="sq-wh-timing">
      <div className="sq-wh-timing-bar" aria-hidden="true">
        {all.map(({ name, ms }) => (
          <span key={name} data-part={name} style={{ inlineSize: `${(ms / whole) * 100}%` }} />
        ))}
      </div>
      <ul>
        {isReused && <li data-part="none">{say(texts.timeReused)}</li>}
        {all.map(({ name, title, ms }) => (
          <li key={name} data-part={name}>
            {say(title)}{' '}
            {ms < 0.5 ? say(texts.timeShort) : say(common.milliseconds, { count: Math.round(ms) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
