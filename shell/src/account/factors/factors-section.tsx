import type { Factors } from '@sonaqor/contract/factors'
import {
  Badge,
  Button,
  Loaded,
  RelativeTime,
  Said,
  Section,
  useText,
  useToast,
  type Readable,
} from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import { knowsPasskeys } from '../../identity/knows-passkeys.ts'
import * as texts from '../../identity/texts/en.ts'
import { AskDialog } from '../ask-dialog.tsx'
import { PasskeyRow } from './passkey-row.tsx'
import { RenewCodesDialog } from './renew-codes-dialog.tsx'
import { Row } from '../row.tsx'
import { SetUpDialog } from './set-up-dialog.tsx'
import { useRemoveAuthenticator, type AccountApi } from '../use-account.ts'

interface FactorsSectionProps {
  readonly api: AccountApi
  readonly factors: Readable<Factors>
  readonly onChange: () => void
}

type Open = 'authenticator' | 'passkey' | 'remove-authenticator' | 'renew-codes'

/** How somebody proves who they are, beside the password. */
export function FactorsSection({ api, factors, onChange }: FactorsSectionProps) {
  const say = useText()
  const toast = useToast()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const done = (title: string) => {
    close()
    toast({ title, tone: 'success' })
    onChange()
  }

  return (
    <Section title={say(texts.secondFactor)} purpose={say(texts.secondFactorPurpose)}>
      <Loaded of={factors}>
        {(known) => {
          const isFirst = !known.totp && known.passkeys.length === 0
          return (
            <>
              <ul className="sq-account-rows">
                <Authenticator totp={known.totp} onOpen={setOpen} />
                <Passkeys known={known} api={api} onOpen={setOpen} onDone={done} />
                {!isFirst && <RecoveryCodesRow left={known.recoveryCodesLeft} onOpen={setOpen} />}
              </ul>
              {(open === 'authenticator' || open === 'passkey') && (
                <SetUpDialog
                  api={api}
                  factor={open}
                  isFirst={isFirst}
                  onCancel={close}
                  onDone={() =>
                    done(say(open === 'passkey' ? texts.passkeyAdded : texts.authenticatorSetUp))
                  }
                />
              )}
            </>
          )
        }}
      </Loaded>
      {open === 'remove-authenticator' && (
        <RemoveAuthenticatorDialog
          api={api}
          onClose={close}
          onDone={() => done(say(texts.authenticatorRemoved))}
        />
      )}
      {open === 'renew-codes' && (
        <RenewCodesDialog
          api={api}
          onClose={close}
          onDone={() => done(say(texts.recoveryCodesRenewed))}
        />
      )}
    </Section>
  )
}

interface RemoveAuthenticatorProps extends Pick<FactorsSectionProps, 'api'> {
  readonly onClose: () => void
  readonly onDone: () => void
}

function RemoveAuthenticatorDialog({ api, onClose, onDone }: RemoveAuthenticatorProps) {
  const say = useText()
  return (
    <AskDialog
      title={say(texts.removeAuthenticatorTitle)}
      words={say(texts.removeAuthenticatorDetail)}
      verb={say(texts.remove)}
      writing={useRemoveAuthenticator(api, onDone)}
      onClose={onClose}
    />
  )
}

interface Opens {
  readonly onOpen: (open: Open) => void
}

function Authenticator({ totp, onOpen }: Opens & Pick<Factors, 'totp'>) {
  const say = useText()
  const title = useRef<HTMLParagraphElement>(null)
  const isOn = totp !== null
  const wasOn = useRef(isOn)
  // The button that had the focus has made way for another, which does the opposite.
  useEffect(() => {
    if (wasOn.current !== isOn) title.current?.focus()
    wasOn.current = isOn
  }, [isOn])
  return (
    <Row
      ref={title}
      title={say(texts.authenticatorApp)}
      badge={totp && <Badge tone="success">{say(texts.isOn)}</Badge>}
      acts={
        totp ? (
          <Button key="remove" size="small" onClick={() => onOpen('remove-authenticator')}>
            {say(texts.removeAuthenticator)}
          </Button>
        ) : (
          <Button key="set-up" size="small" onClick={() => onOpen('authenticator')}>
            {say(texts.setUpAuthenticator)}
          </Button>
        )
      }
    >
      {totp ? (
        <Said of={texts.setUpAt} with={{ at: <RelativeTime at={totp.since} /> }} />
      ) : (
        say(texts.authenticatorDetail)
      )}
    </Row>
  )
}

interface PasskeysProps extends Opens {
  readonly known: Factors
  readonly api: AccountApi
  readonly onDone: (title: string) => void
}

function Passkeys({ known, api, onOpen, onDone }: PasskeysProps) {
  const say = useText()
  return (
    <>
      <Row
        title={say(texts.passkeys)}
        acts={
          knowsPasskeys() && (
            <Button size="small" onClick={() => onOpen('passkey')}>
              {say(texts.addAPasskey)}
            </Button>
          )
        }
      >
        {say(knowsPasskeys() ? texts.passkeysDetail : texts.noPasskeysHere)}
      </Row>
      {known.passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} api={api} onDone={onDone} />
      ))}
    </>
  )
}

function RecoveryCodesRow({ left, onOpen }: Opens & { readonly left: number }) {
  const say = useText()
  return (
    <Row
      title={say(texts.recoveryCodes)}
      badge={left < 3 && <Badge tone="warning">{say(texts.fewCodesLeft)}</Badge>}
      acts={
        <Button size="small" onClick={() => onOpen('renew-codes')}>
          {say(texts.renewCodes)}
        </Button>
      }
    >
      {say(texts.codesLeft, { left })}
    </Row>
  )
}
