import type { Key } from '@sonaqor/contract/keys'
import { CopyLink, useModule } from '@sonaqor/module'
import { adopt, Button, useText, writeRange } from '@sonaqor/ui'
import { useId } from 'react'
import type { KeyActs } from '../acts/key-acts.tsx'
import { KeyMenu } from '../acts/key-menu.tsx'
import { lackedFor } from '../acts/lacked-scope.ts'
import { wordOfEditing, wordOfRevoking, wordOfRotating } from '../acts/words-of-acts.ts'
import * as texts from '../texts/en.ts'
import { useMoment, useUseRange, type Looked } from '../usage/use-key-use.ts'
import sheet from './key-foot.css'

adopt(sheet)

interface ActsProps {
  readonly of: Key
  readonly acts: KeyActs
}

export const canChange = (key: Key, { onRevoke }: KeyActs) =>
  Boolean(onRevoke) && key.state === 'active'

const canShow = (key: Key, { onShowRequests, hasRequests }: KeyActs) =>
  Boolean(onShowRequests) && hasRequests(key)

/** A foot without anything in it is none. */
export const hasFoot = (key: Key, acts: KeyActs) => canShow(key, acts) || canChange(key, acts)

/** Beside what it is: at the foot stands what ends something or leads elsewhere. */
export function Edit({ of: key, acts }: ActsProps) {
  const say = useText()
  const { onEdit } = acts
  if (key.state !== 'active' || !onEdit) return null
  return (
    <span className="sq-key-edit">
      <Button size="small" icon="edit" onClick={() => onEdit(key)}>
        {say(wordOfEditing(key, acts))}
      </Button>
    </span>
  )
}

/** What can be done with a key: side by side, or on a phone in a menu, so that it stays one line. */
export function KeyFoot({ of: key, acts, openedAtMs }: ActsProps & Pick<Looked, 'openedAtMs'>) {
  const say = useText()
  const { instants } = useUseRange({ openedAtMs, asOf: useMoment(key, openedAtMs) })
  return (
    <div className="sq-key-foot">
      <CopyLink />
      {canChange(key, acts) && (
        <>
          <span className="sq-key-narrow">
            <KeyMenu of={key} acts={acts} isInDrawer />
          </span>
          <Ends of={key} acts={acts} />
        </>
      )}
      {canShow(key, acts) && (
        <Button look="primary" onClick={() => acts.onShowRequests?.(key, writeRange(instants))}>
          {say(texts.showRequests)}
        </Button>
      )}
    </div>
  )
}

/** What ends a secret of it, or all. */
function Ends({ of: key, acts }: ActsProps) {
  const say = useText()
  const { can } = useModule()
  const because = useId()
  const { onRevoke, onRotate, isDoneElsewhere } = acts
  const lacked = isDoneElsewhere(key) ? undefined : lackedFor(key, can)
  return (
    <span className="sq-key-wide">
      {onRotate && lacked && (
        <p id={because} className="sq-key-lacked">
          {say(texts.mayNotRotateBecause, { scope: lacked })}
        </p>
      )}
      {onRotate && (
        // Off limits it can still be reached, or nobody would hear the reason.
        <Button
          icon="key"
          aria-disabled={lacked ? true : undefined}
          aria-describedby={lacked && because}
          onClick={lacked ? undefined : () => onRotate(key)}
        >
          {say(wordOfRotating(key, acts))}
        </Button>
      )}
      <Button icon="block" onClick={() => onRevoke?.(key)}>
        {say(wordOfRevoking(key, acts))}
      </Button>
    </span>
  )
}
