import type { AuditEntry } from '@sonaqor/contract/audit'
import { useModule } from '@sonaqor/module'
import { adopt, Icon, useText } from '@sonaqor/ui'
import { nameOfTarget, wayToTarget, type Names } from './about.ts'
import { actionInWords, hasWords } from './action-words.ts'
import { kindOf, nameOfActor } from './actor-kinds.ts'
import sheet from './entry-cells.css'
import * as texts from './texts/en.ts'

adopt(sheet)

interface OfEntry {
  readonly of: AuditEntry
}

/** Who it was, and what they are: a person, a key, Sonaqor. */
export function Actor({ of: { actor } }: OfEntry) {
  const say = useText()
  const { icon, words } = kindOf(actor.kind)
  return (
    <>
      <div className="sq-audit-name">{nameOfActor(say, actor)}</div>
      <div className="sq-audit-aside">
        <Icon name={icon} />
        {say(words)}
      </div>
    </>
  )
}

/** What they did as a sentence, and as the action is named. */
export function Action({ of: { action } }: OfEntry) {
  const say = useText()
  if (!hasWords(action)) return <code>{action}</code>
  return (
    <>
      <div>{actionInWords(say, action)}</div>
      <code className="sq-audit-aside">{action}</code>
    </>
  )
}

interface TargetProps extends OfEntry {
  readonly names: Names
  /** Reached by the pointer alone: in a list of fifty, the keyboard finds the way in the drawer. */
  readonly isPassedBy?: boolean
}

/** What it was done to, which leads there where it has a place that the reader may see. */
export function Target({ of: entry, names, isPassedBy = false }: TargetProps) {
  const say = useText()
  const { can, navigate } = useModule()
  if (entry.target === null) return null
  const name = nameOfTarget(entry, names)
  const shown = name ?? <code>{shortened(entry.target)}</code>
  const way = wayToTarget(entry)
  if (!way || !can(way.scope)) return <span className="sq-audit-target">{shown}</span>
  return (
    <button
      type="button"
      className="sq-audit-way"
      aria-label={name ? say(texts.showAbout, { name }) : undefined}
      tabIndex={isPassedBy ? -1 : undefined}
      onClick={() => navigate(way.view, way.params)}
    >
      {shown}
    </button>
  )
}

/** Ids of one time begin alike, so their ends tell them apart. */
const shortened = (id: string) => (id.length > 12 ? `…${id.slice(-8)}` : id)
