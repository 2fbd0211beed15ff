import type { AuditEntry } from '@sonaqor/contract/audit'
import type { IconName } from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

type ActorKind = AuditEntry['actor']['kind']

/** Who can do something: a word and a sign for each. */
const kinds: Readonly<Record<ActorKind, { readonly icon: IconName; readonly words: Text }>> = {
  member: { icon: 'person', words: texts.kindMember },
  key: { icon: 'key', words: texts.kindKey },
  embed: { icon: 'box', words: texts.kindEmbed },
  staff: { icon: 'people', words: texts.kindStaff },
  system: { icon: 'clock', words: texts.kindSystem },
}

export const actorKinds = Object.keys(kinds) as readonly ActorKind[]

/** What they are called: of what the house did by itself, entries of before named the task. */
export const nameOfActor = (say: Say, { kind, id, name }: AuditEntry['actor']) =>
  kind === 'system' && name === id ? say(texts.house) : name

/** A kind that is younger than this page is somebody else. */
export function kindOf(kind: ActorKind): { readonly icon: IconName; readonly words: Text } {
  return kinds[kind] ?? { icon: 'dot', words: texts.kindOther }
}
