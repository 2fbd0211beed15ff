import type { Key } from '@sonaqor/contract/keys'
import { Permitted, useModule } from '@sonaqor/module'
import { Button, Empty, exactly, Loaded, Said, Skeleton, useLocale, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { IssuedKeyPanel } from '../issue/issued-key-panel.tsx'
import { KeyHint } from '../key/key-badges.tsx'
import { lackedFor } from '../acts/lacked-scope.ts'
import { RotateKeyForm } from './rotate-key-form.tsx'
import { useKey } from '../list/use-keys.ts'
import { useRotating } from './use-rotating.ts'

/**
 * Gives a key a new secret and shows it this once. It is a secure view, as issuing is: no script of a
 * partner's page ever sees the secret.
 */
export default function RotateKeyView() {
  const say = useText()
  return (
    <Permitted scope="keys:write" to={say(texts.rotateKeys)}>
      <Asked />
    </Permitted>
  )
}

function Asked() {
  const { params } = useModule()
  const key = useKey(params['keyId'] ?? '', undefined)
  return (
    <Loaded of={key} loading={<Skeleton rows={8} />}>
      {(read) => <Rotating of={read} />}
    </Loaded>
  )
}

function Rotating({ of: key }: { readonly of: Key }) {
  const say = useText()
  const { can, finish } = useModule()
  const { rotate, rotated, busy, error } = useRotating(key)
  const lacked = lackedFor(key, can)

  if (rotated) {
    return (
      <IssuedKeyPanel
        issued={rotated}
        rotated={<OldSecret of={key} endsAt={rotated.oldSecret?.endsAt} />}
        onDone={() => finish({ done: true })}
      />
    )
  }
  if (key.state !== 'active') return <Refused>{say(texts.overIsNotRotated)}</Refused>
  if (lacked) return <Refused>{say(texts.mayNotRotateBecause, { scope: lacked })}</Refused>
  return (
    <RotateKeyForm
      of={key}
      busy={busy}
      error={error}
      onRotate={rotate}
      onCancel={() => finish({ done: false })}
    />
  )
}

function Refused({ children }: { readonly children: string }) {
  const say = useText()
  const { finish } = useModule()
  return (
    <Empty
      title={say(texts.mayNotRotate)}
      action={<Button onClick={() => finish({ done: false })}>{say(texts.close)}</Button>}
    >
      {children}
    </Empty>
  )
}

interface OldSecretProps {
  /** The key as it was before. */
  readonly of: Key
  readonly endsAt: string | undefined
}

function OldSecret({ of: before, endsAt }: OldSecretProps) {
  const locale = useLocale()
  const hint = <KeyHint of={before} />
  return (
    <p>
      {/* One child, for what stands in a line of badges is laid out piece by piece. */}
      <span>
        {endsAt ? (
          <Said of={texts.oldWorksUntil} with={{ hint, when: exactly(new Date(endsAt), locale) }} />
        ) : (
          <Said of={texts.oldIsOver} with={{ hint }} />
        )}
      </span>
    </p>
  )
}
