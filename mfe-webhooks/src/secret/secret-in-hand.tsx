import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { EnvironmentBadge } from '@sonaqor/module'
import {
  adopt,
  Banner,
  Button,
  exactly,
  Form,
  SecretPanel,
  useArrival,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { titleOf } from '../endpoint/endpoint-name.ts'
import sheet from './secret.css'
import * as texts from './texts/en.ts'

adopt(sheet)

export interface SecretInHandProps {
  readonly title: string
  readonly of: Pick<Endpoint, 'kind' | 'label' | 'url' | 'environment' | 'signing'>
  readonly secret: string
  /** While a rotation has both sign. */
  readonly old?: { readonly secret: string; readonly endsAt: string } | undefined
  readonly onDone: () => void
}

/**
 * What a receiver verifies with; it can be shown again, to whoever may change endpoints. What it is of has
 * the focus at first, so that listening begins here.
 */
export function SecretInHand({ title, of: endpoint, secret, old, onDone }: SecretInHandProps) {
  const say = useText()
  const locale = useLocale()
  const arrival = useArrival<HTMLDivElement>()
  const isPublic = endpoint.signing === 'ed25519'
  const warning = say(isPublic ? texts.publicWarning : texts.secretWarning)
  return (
    <Form
      onSubmit={onDone}
      actions={
        <Button look="primary" type="submit">
          {say(texts.done)}
        </Button>
      }
    >
      <Banner ref={arrival} tone="success" title={title}>
        <span className="sq-wh-secret-of">
          <strong>{titleOf(say, endpoint)}</strong> <EnvironmentBadge of={endpoint.environment} />
        </span>
      </Banner>
      <SecretPanel
        label={say(isPublic ? texts.publicKey : texts.secret)}
        secret={secret}
        warning={warning}
      />
      {old && (
        <SecretPanel
          label={say(texts.oldUntil, { when: exactly(new Date(old.endsAt), locale) })}
          secret={old.secret}
          warning={say(texts.oldWarning)}
        />
      )}
    </Form>
  )
}
