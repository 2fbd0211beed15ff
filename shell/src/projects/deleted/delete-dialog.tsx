import type { App } from '@sonaqor/contract/apps'
import type { Project } from '@sonaqor/contract/projects'
import {
  adopt,
  Button,
  Dialog,
  faultsOf,
  Field,
  Input,
  Loaded,
  Refusal,
  Skeleton,
  useText,
  useToast,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useState } from 'react'
import sheet from './delete-dialog.css'
import { useDeleting, useEnding, useRestoring, type Deletable, type Ending } from './deleting.ts'
import { restorableDays } from './restorable-days.ts'
import * as texts from '../texts/en.ts'

adopt(sheet)

export interface DeleteDialogProps {
  readonly of: Deletable
  readonly onDeleted?: (gone: App | Project) => void
  readonly onClose: () => void
}

/**
 * Says exactly what ends. It can be taken back for a week; what ends keys of production asks for its
 * name all the same, for until then real requests are refused.
 */
export function DeleteDialog({ of: thing, onDeleted, onClose }: DeleteDialogProps) {
  const say = useText()
  const toast = useToast()
  const ending = useEnding(thing)
  const deleting = useDeleting(thing)
  const restoring = useRestoring()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)

  const { kind, name } = thing
  // The server counts too, and its word holds where the keys may not be read here.
  const isRefused = faultsOf(deleting.error, say)['confirm'] !== undefined
  const needsName = isRefused || (ending.data?.productionKeys ?? 0) > 0
  const isSure = !needsName || typed.trim() === name

  const done = (gone: App | Project) => {
    onClose()
    onDeleted?.(gone)
    toast({
      about: gone.id,
      title: say(texts.hasBeenDeleted, { name }),
      detail: say(texts.restorableFor, { days: restorableDays }),
      tone: 'success',
      onUndo: () => restoring.mutate({ ...gone, kind }),
    })
  }
  const press = () => {
    setAsked(true)
    if (isSure) deleting.mutate(needsName ? name : undefined, { onSuccess: done })
  }

  return (
    <Dialog
      title={say(texts.deleteTitle, { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.keepIt)}</Button>
          <Button
            look="danger"
            busy={deleting.isPending}
            aria-disabled={ending.isPending}
            onClick={ending.isPending ? undefined : press}
          >
            {say(kind === 'app' ? texts.deleteApp : texts.deleteProject)}
          </Button>
        </>
      }
    >
      <p>{say(texts.whatEnds)}</p>
      <Loaded of={ending} loading={<Skeleton rows={2} />}>
        {(counted) => (
          <ul className="sq-ending">
            {linesOf(counted, say).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Loaded>
      <p>{say(texts.restorableFor, { days: restorableDays })}</p>
      {needsName && (
        <Field
          label={say(texts.typeName, { name })}
          hint={say(texts.endsProduction)}
          error={asked && !isSure ? say(texts.typedOtherName) : undefined}
        >
          <Input value={typed} autoComplete="off" spellCheck={false} onChange={setTyped} />
        </Field>
      )}
      {!isRefused && <Refusal error={deleting.error} />}
    </Dialog>
  )
}

function linesOf({ apps, keys, productionKeys, isMore }: Ending, say: Say): readonly string[] {
  const more = isMore ? 'yes' : 'no'
  return [
    ...(apps === undefined ? [] : [say(texts.endingApps, { count: apps, more })]),
    keys === undefined
      ? say(texts.endingKeysUncounted)
      : say(texts.endingKeys, { count: keys, more, production: productionKeys }),
    say(texts.endingSessions),
  ]
}
