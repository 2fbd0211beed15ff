import { createClient } from '@sonaqor/contract/client'
import type { Host } from '@sonaqor/embed/host'
import { Failed, Page, Skeleton, useText } from '@sonaqor/ui'
import { useMemo } from 'react'
import * as texts from '../texts/en.ts'
import { accountPart } from './account-part.ts'

interface AccountDoorProps {
  readonly host: Pick<Host, 'request'>
  readonly isForStepUp: boolean
  readonly onNamed: () => void
}

/** The page of one's own account, once it has come. */
export function AccountDoor({ host, isForStepUp, onNamed }: AccountDoorProps) {
  const say = useText()
  const part = accountPart.useNow()
  const api = useMemo(() => createClient(host.request), [host])
  if (part.name === 'here') return <part.part.AccountPage {...{ api, isForStepUp, onNamed }} />
  const failure = {
    title: say(texts.notOpened),
    reason: say(texts.noAnswer),
    advice: say(texts.checkConnection),
  }
  return (
    <Page title={say(texts.yourAccount)}>
      {part.name === 'coming' ? (
        <Skeleton />
      ) : (
        <Failed failure={failure} onRetry={() => void accountPart.load()} />
      )}
    </Page>
  )
}
