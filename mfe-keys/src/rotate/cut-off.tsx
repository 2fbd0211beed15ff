import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import { adopt, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import sheet from './cut-off.css'

adopt(sheet)

/** Whoever has to decide on a phone reads these; the details of the key hold all of them. */
const namedAtMost = 3

/** Who would be refused without the old secret. */
export function CutOff({ users }: Pick<KeyRotation, 'users'>) {
  const say = useText()
  // One program at several endpoints is cut off once.
  const programs = [
    ...new Map(users.map((user) => [`${user.ip} ${user.userAgent}`, user] as const)),
  ]
  return (
    <ul className="sq-rotation-cut-off">
      {programs.slice(0, namedAtMost).map(([program, { ip, userAgent }]) => (
        <li key={program}>
          <code>{ip}</code> {userAgent ?? say(texts.agentUnknown)}
        </li>
      ))}
      {programs.length > namedAtMost && (
        <li>{say(texts.moreUsers, { count: programs.length - namedAtMost })}</li>
      )}
    </ul>
  )
}
