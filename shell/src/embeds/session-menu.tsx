import type { OpenedSession } from '@sonaqor/contract/embeds'
import { Menu, useText } from '@sonaqor/ui'
import { nameOf, useRevokeItems, type OnRevoke } from './session-acts.ts'
import * as texts from './texts/en.ts'

export interface SessionMenuProps {
  readonly of: OpenedSession
  readonly onOpen: () => void
  readonly onRevoke: OnRevoke
}

/** All that can be done with a session. */
export function SessionMenu({ of: session, onOpen, onRevoke }: SessionMenuProps) {
  const say = useText()
  const items = useRevokeItems(session, onRevoke)
  return (
    <Menu
      label={say(texts.actionsFor, { user: nameOf(session, say) })}
      icon="more"
      look="quiet"
      size="small"
      groups={[
        { id: 'see', items: [{ id: 'open', label: say(texts.showDetails), onChoose: onOpen }] },
        { id: 'end', items },
      ]}
    />
  )
}
