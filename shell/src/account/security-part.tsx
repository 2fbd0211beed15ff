import { Banner, Button, Loaded, RelativeTime, Said, Section, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as identity from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import { FactorsSection } from './factors/factors-section.tsx'
import { hasFactor } from './factors/has-factor.ts'
import { PasswordDialog } from './profile/password-dialog.tsx'
import { Row } from './row.tsx'
import * as texts from './texts/en.ts'
import { useAccount, useFactors, type AccountApi } from './use-account.ts'

interface SecurityPartProps {
  readonly api: AccountApi
  readonly isForStepUp: boolean
}

/** How one proves who one is: the password, and what is shown beside it. */
export function SecurityPart({ api, isForStepUp }: SecurityPartProps) {
  const factors = useFactors(api)
  return (
    <>
      {isForStepUp && factors.data && <ForStepUp isSetUp={hasFactor(factors.data)} />}
      <FactorsSection api={api} factors={factors} onChange={() => void factors.refetch()} />
      <PasswordSection api={api} />
    </>
  )
}

/** To whoever was led here from what they were doing, which waits in another tab. */
function ForStepUp({ isSetUp }: { readonly isSetUp: boolean }) {
  const say = useText()
  return isSetUp ? (
    <Banner tone="success" title={say(identity.setUpDone)}>
      {say(identity.setUpDoneDetail)}
    </Banner>
  ) : (
    <Banner tone="warning" title={say(identity.setUpFirst)}>
      {say(identity.setUpFirstDetail)}
    </Banner>
  )
}

function PasswordSection({ api }: Pick<SecurityPartProps, 'api'>) {
  const say = useText()
  const toast = useToast()
  const account = useAccount(api)
  const [isOpen, open] = useState(false)
  return (
    <Section title={say(shared.password)} purpose={say(texts.passwordPurpose)}>
      <Loaded of={account}>
        {({ email, passwordChangedAt: at }) => (
          <>
            <ul className="sq-account-rows">
              <Row
                title={say(texts.yourPassword)}
                acts={
                  <Button size="small" onClick={() => open(true)}>
                    {say(identity.changePassword)}
                  </Button>
                }
              >
                {at === null ? (
                  say(texts.passwordNeverChanged)
                ) : (
                  <Said of={texts.passwordChangedAt} with={{ at: <RelativeTime at={at} /> }} />
                )}
              </Row>
            </ul>
            {isOpen && (
              <PasswordDialog
                api={api}
                email={email}
                onClose={() => open(false)}
                onDone={() => {
                  open(false)
                  toast({ title: say(identity.passwordChanged), tone: 'success' })
                  void account.refetch()
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}
