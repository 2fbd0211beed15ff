import type { Key } from '@sonaqor/contract/keys'
import { Dialog, useText } from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import type { BoundField } from '../../acts/key-acts.tsx'
import { useKey } from '../../list/use-keys.ts'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { changeIn, draftOf } from './bounds-draft.ts'
import { EditKeyForm } from './edit-key-form.tsx'
import { useChanging } from './use-changing.ts'

export interface EditKeyDialogProps {
  readonly keyToEdit: Key
  /** The field that it was opened for. */
  readonly startAt?: BoundField | undefined
  readonly onClose: () => void
}

/**
 * Holds a key in use to other bounds. No secret is in it, so that it needs no frame of ours; of a key of
 * production a partner's page leads to a window of ours, for no session of it may change one.
 */
export function EditKeyDialog({ keyToEdit, startAt, onClose }: EditKeyDialogProps) {
  const say = useText()
  // As it stands by now: whoever was slower than somebody else goes on from what they did.
  const { data: key = keyToEdit } = useKey(keyToEdit.id, keyToEdit)
  const [draft, setDraft] = useState(() => draftOf(keyToEdit, Date.now()))
  const { change, busy, error } = useChanging(onClose)
  // After the browser has opened the dialog and chosen its first field by itself.
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [])
  const isChanged = Object.keys(changeIn(key, draft)).length > 0
  return (
    <Dialog
      title={say(care.editTitle, { label: keyToEdit.label })}
      onClose={onClose}
      steadfast={isChanged}
      leaving={
        isChanged
          ? {
              question: say(texts.discardEntered),
              leave: say(texts.discard),
              stay: say(care.keepEditing),
            }
          : undefined
      }
    >
      <div ref={place}>
        <EditKeyForm
          of={key}
          draft={draft}
          onFill={(part) => setDraft({ ...draft, ...part })}
          busy={busy}
          startAt={startAt}
          error={error}
          onChange={change}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}
