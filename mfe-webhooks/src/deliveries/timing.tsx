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
export function Timing({ of: { timing, latencyMs } }: { readonly of: Attempt }) {
  const say = useText()
  const known = parts.flatMap(([name, title]) => {
    const ms = timing[name]
    return ms === null ? [] : [{ name, title, ms }]
  })
  const rest = Math.max(0, latencyMs - known.reduce((sum, { ms }) => sum + ms, 0))
  const all = [...known, { name: 'rest', title: texts.timeRest, ms: rest }]
  const whole = Math.max(latencyMs, 1)
  return (
    <div className="sq-wh-timing">
      <div className="sq-wh-timing-bar" aria-hidden="true">
        {all.map(({ name, ms }) => (
          <span key={name} data-part={name} style={{ inlineSize: `${(ms / whole) * 100}%` }} />
        ))}
      </div>
      <ul>
        {all.map(({ name, title, ms }) => (
          <li key={name} data-part={name}>
            {say(title)} {say(common.milliseconds, { count: Math.round(ms) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
