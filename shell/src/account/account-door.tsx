import { createClient } from '@sonaqor/contract/client'
import { Failed, Page, useText } from '@sonaqor/ui'
import { useMemo } from 'react'
import * as texts from '../texts/en.ts'
import { accountPart } from './account-part.ts'
import type { AccountPageProps } from './account-page.tsx'

type AccountDoorProps = Omit<AccountPageProps, 'api'>

/** The page of one's own account, once it has come. */
export function AccountDoor(props: AccountDoorProps) {
  const { host } = props
  const say = useText()
  const part = accountPart.useNow()
  const api = useMemo(() => createClient(host.request), [host])
  if (part.name === 'here') return <part.part.AccountPage {...props} api={api} />
  const failure = {
    title: say(texts.notOpened),
    reason: say(texts.noAnswer),
    advice: say(texts.checkConnection),
  }
  return (
    <Page title={say(texts.yourAccount)}>
      {part.name === 'missing' && (
        <Failed failure={failure} onRetry={() => void accountPart.load()} />
      )}
    </Page>
  )
}
