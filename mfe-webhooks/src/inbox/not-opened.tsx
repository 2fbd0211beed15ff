import { inboxDays, inboxMessagesMax } from '@sonaqor/contract/webhook-bounds'
import { Button, Empty, Said, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

export interface NotOpenedProps {
  /** Of its app, where that is known. */
  readonly name: string | undefined
  readonly isBusy: boolean
  /** Undefined for who may not open it. */
  readonly onOpen: (() => void) | undefined
}

/** What it is good for, before anybody has opened it. */
export function NotOpened({ name, isBusy, onOpen }: NotOpenedProps) {
  const say = useText()
  return (
    <Empty
      title={say(texts.lookBeforeBuilding)}
      action={
        onOpen && (
          <Button look="primary" busy={isBusy} onClick={onOpen}>
            {say(texts.openInbox)}
          </Button>
        )
      }
    >
      <div className="sq-wh-inbox-words">
        <p>{name ? say(texts.whatItIsFor, { name }) : say(texts.whatItIs)}</p>
        <p>{say(texts.whatOneDoes, { days: inboxDays, messages: inboxMessagesMax })}</p>
        {!onOpen && (
          <p>
            <Said of={texts.whoMayOpen} with={{ scope: <code>webhooks:write</code> }} />
          </p>
        )}
      </div>
    </Empty>
  )
}
