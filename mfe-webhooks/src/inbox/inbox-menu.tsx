import type { Inbox } from '@sonaqor/contract/webhook-inbox'
import { Menu, useText, type MenuItem } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export interface InboxMenuProps {
  readonly of: Inbox
  readonly onShowSecret: (() => void) | undefined
  readonly onRotateSecret: (() => void) | undefined
  readonly onClear: () => void
  readonly onClose: () => void
}

/** What is seldom done with it. */
export function InboxMenu(props: InboxMenuProps) {
  const { of: inbox, onShowSecret, onRotateSecret, onClear, onClose } = props
  const say = useText()
  const secrets: readonly (MenuItem | undefined)[] = [
    onShowSecret && {
      id: 'secret',
      icon: 'key',
      label: say(common.showSecretAsked),
      onChoose: onShowSecret,
    },
    onRotateSecret && {
      id: 'rotate',
      icon: 'key',
      label: say(common.rotateAsked),
      onChoose: onRotateSecret,
    },
  ]
  const close: readonly MenuItem[] = inbox.isOpen
    ? [{ id: 'close', icon: 'pause', label: say(texts.closeInbox), onChoose: onClose }]
    : []
  const clear: MenuItem = {
    id: 'clear',
    icon: 'close',
    danger: true,
    label: say(texts.clearAsked),
    disabledBecause: inbox.messages === 0 ? say(texts.holdsNothing) : undefined,
    onChoose: onClear,
  }
  return (
    <Menu
      label={say(texts.moreActs)}
      icon="more"
      groups={[
        { id: 'secrets', items: secrets.filter((item) => item !== undefined) },
        { id: 'change', items: [...close, clear] },
      ].filter(({ items }) => items.length > 0)}
    />
  )
}
