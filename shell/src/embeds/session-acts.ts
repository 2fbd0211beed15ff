import type { OpenedSession } from '@sonaqor/contract/embeds'
import { useModule } from '@sonaqor/module'
import { useText, type MenuItem } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import type { Whose } from './use-sessions.ts'

export type OnRevoke = (whose: Whose, session: OpenedSession) => void

/** What ends, from the one page to all of them; who may not end any is offered none of it. */
export function useRevokeItems(session: OpenedSession, onRevoke: OnRevoke): readonly MenuItem[] {
  const say = useText()
  const { can } = useModule()
  if (!can('embeds:create')) return []
  const { app, state, user } = session
  const item = (whose: Whose, label: string): MenuItem => ({
    id: whose,
    icon: 'block',
    label,
    danger: true,
    onChoose: () => onRevoke(whose, session),
  })
  return [
    {
      ...item('one', say(texts.revokeSessionEllipsis)),
      disabledBecause: state === 'live' ? undefined : say(texts.alreadyOver),
    },
    ...(user ? [item('user', say(texts.revokeOfUserEllipsis, { user: user.name }))] : []),
    item('app', say(texts.revokeOfAppEllipsis, { app: app.name })),
  ]
}

/** Whose page it is, in one word. */
export const nameOf = ({ user }: OpenedSession, say: Say) => user?.name ?? say(texts.nobodyNamed)
