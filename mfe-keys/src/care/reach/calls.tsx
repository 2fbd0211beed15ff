import { adopt } from '@sonaqor/ui'
import sheet from './reach.css'

adopt(sheet)

/** Operations, as a reference has them. */
export function Calls({ of: calls }: { readonly of: readonly string[] }) {
  return (
    <ul className="sq-reach-calls">
      {calls.map((call) => (
        <li key={call}>
          <code>{call}</code>
        </li>
      ))}
    </ul>
  )
}
