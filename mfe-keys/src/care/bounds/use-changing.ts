import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQueryClient, useWrite } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import { ofKey } from '../../key/of-key.ts'
import * as care from '../texts/en.ts'
import { wayBack, type BoundsChange } from './bounds-draft.ts'

interface Changing {
  readonly before: Key
  readonly change: BoundsChange
  /** It is meant, though the one who changes it is shut out by it. */
  readonly confirm?: boolean
}

/** Holds a key to other bounds, and offers the way back where there is one. */
export function useChanging(onChanged: () => void) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const queries = useQueryClient()
  const write = ({ before: { id, revision }, change, confirm }: Changing) =>
    api.keys.update({
      params: { id },
      body: { ...change, ...(confirm && { confirm }) },
      ifMatch: revision,
    })
  const undo = useWrite({
    areas: ['keys'],
    write,
    onSuccess: (key) => {
      queries.setQueryData(ofKey(key.id), key)
      show({ title: say(care.changeUndone, { label: key.label }), about: key.id })
    },
    onError: () => show({ tone: 'danger', title: say(care.changeStands) }),
  })
  const changing = useWrite({
    areas: ['keys'],
    write: async (asked: Changing) => ({ ...asked, after: await write(asked) }),
    onSuccess: ({ before, change, after }) => {
      const back = wayBack(before, change)
      queries.setQueryData(ofKey(after.id), after)
      show({
        tone: 'success',
        title: say(care.wasChanged, { label: after.label }),
        detail: say(care.holdsFromNext),
        about: after.id,
        ...(back && { onUndo: () => undo.mutate({ before: after, change: back }) }),
      })
      onChanged()
    },
  })
  return { change: changing.mutate, busy: changing.isPending, error: changing.error }
}
