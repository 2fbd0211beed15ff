import { Button, Page, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export interface InboxFrameProps {
  readonly onBack: () => void
  readonly actions?: ReactNode
  readonly bar?: ReactNode
  readonly children: ReactNode
}

/** The head of the page, whatever it has to say. */
export function InboxFrame({ onBack, actions, bar, children }: InboxFrameProps) {
  const say = useText()
  return (
    <Page
      title={say(common.testInbox)}
      purpose={say(texts.purpose)}
      actions={
        <>
          <Button icon="undo" onClick={onBack}>
            {say(common.allEndpoints)}
          </Button>
          {actions}
        </>
      }
      bar={bar}
    >
      {children}
    </Page>
  )
}
