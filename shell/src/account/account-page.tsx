import type { Client } from '@sonaqor/contract/client'
import { Banner, Page, useText } from '@sonaqor/ui'
import { useReading } from '../identity/use-reading.ts'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import { FactorsSection } from './factors-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

export interface AccountPageProps {
  readonly api: Pick<Client, 'account' | 'sessions'>
  /** Something takes a second factor, and that is why somebody was led here. */
  readonly isForStepUp: boolean
  /** What one is called is seen in the frame as well. */
  readonly onNamed: () => void
}

/** One's own account: who one is, how one proves it, and where one is signed in. */
export function AccountPage({ api, isForStepUp, onNamed }: AccountPageProps) {
  const say = useText()
  const account = useReading(() => api.account.show())
  const factors = useReading(() => api.account.showFactors())
  const hasFactor = Boolean(factors.data?.totp) || (factors.data?.passkeys.length ?? 0) > 0
  return (
    <Page title={say(shared.yourAccount)} purpose={say(texts.yourAccountPurpose)}>
      <div className="sq-account">
        {isForStepUp && factors.data && !hasFactor && (
          <Banner tone="warning" title={say(texts.setUpFirst)}>
            {say(texts.setUpFirstDetail)}
          </Banner>
        )}
        <ProfileSection
          {...{ api, account, hasFactor, onNamed }}
          onChange={() => void account.refetch()}
        />
        <FactorsSection api={api} factors={factors} onChange={() => void factors.refetch()} />
        <SessionsSection api={api} />
      </div>
    </Page>
  )
}
