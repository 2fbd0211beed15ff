import type { Job } from '@sonaqor/contract/jobs'
import type { NewReplay } from '@sonaqor/contract/webhook-deliveries'
import { replayPerSecondMax } from '@sonaqor/contract/webhook-bounds'
import {
  Button,
  CheckboxGroup,
  Dialog,
  faultsOf,
  Field,
  Form,
  Input,
  RangePicker,
  Refusal,
  Select,
  useText,
  type Range,
} from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from '../endpoint/endpoint-name.ts'
import { useEventTypes } from '../form/use-event-types.ts'
import { instantsIn } from '../list/endpoints-filter.ts'
import { Preview } from './preview.tsx'
import type { RecoverDialogProps } from './retry-failed-dialog.tsx'
import { StartedJob } from './started-job.tsx'
import * as texts from './texts/en.ts'
import { useReplay } from './use-recovering.ts'

type State = NonNullable<NewReplay['states']>[number]

/** What it is subscribed to; to nothing by name, it gets them all. */
const takes = ({ eventTypes }: RecoverDialogProps['of'], name: string) =>
  eventTypes.length === 0 || eventTypes.includes(name)

/** Says what would be sent, to whom and how fast, before anything of it is. */
export function ReplayDialog({ of: endpoint, onClose }: RecoverDialogProps) {
  const say = useText()
  const [started, follow] = useState<Job>()
  const [range, overRange] = useState<Range>('24h')
  const [states, choose] = useState<readonly State[]>(['failed', 'skipped'])
  const [type, chooseType] = useState('')
  const [pace, setPace] = useState('')
  const [isAsked, setAsked] = useState(false)
  /** What the preview is of: what is started is exactly that. */
  const [meant, mean] = useState<NewReplay>()
  const types = useEventTypes(endpoint.eventTypes)
  const { preview, start } = useReplay(follow)
  const title = say(texts.replayTo, { name: nameOf(endpoint) })

  if (started) {
    return (
      <Dialog
        title={title}
        onClose={onClose}
        actions={<Button onClick={onClose}>{say(texts.done)}</Button>}
      >
        <StartedJob job={started} title={say(texts.replay)} />
      </Dialog>
    )
  }
  const perSecond = pace.trim() === '' ? null : Number(pace)
  const isStrange =
    perSecond !== null &&
    !(Number.isInteger(perSecond) && perSecond >= 1 && perSecond <= replayPerSecondMax)
  const refused = faultsOf(preview.error ?? start.error, say)
  const change = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      set(value)
      mean(undefined)
      preview.reset()
    }
  }
  const submit = () => {
    setAsked(true)
    if (meant) return start.mutate(meant)
    if (isStrange || states.length === 0) return
    const asked: NewReplay = {
      endpointId: endpoint.id,
      ...instantsIn(range),
      states: [...states],
      eventTypes: type ? [type] : [],
      perSecond,
    }
    preview.mutate(asked, {
      // What comes in from here on is not among what was shown.
      onSuccess: ({ from, to }) => mean({ ...asked, from, to }),
    })
  }
  const found = meant ? preview.data : undefined
  return (
    <Dialog title={title} onClose={onClose} steadfast>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.cancel)}</Button>
            {found?.deliveries !== 0 && (
              <Button look="primary" type="submit" busy={preview.isPending || start.isPending}>
                {found ? say(texts.sendAgain, { count: found.deliveries }) : say(texts.showPreview)}
              </Button>
            )}
          </>
        }
      >
        <p>{say(texts.replayMeans)}</p>
        <div className="sq-wh-range-asked">
          <RangePicker value={range} onChange={change(overRange)} />
        </div>
        <CheckboxGroup
          label={say(texts.whatOf)}
          error={isAsked && states.length === 0 ? say(texts.statesMissing) : refused['states']}
          options={[
            { value: 'failed', label: say(texts.failed), hint: say(texts.failedMeans) },
            { value: 'skipped', label: say(texts.skipped), hint: say(texts.skippedMeans) },
            { value: 'delivered', label: say(texts.delivered), hint: say(texts.deliveredMeans) },
            { value: 'missing', label: say(texts.missing), hint: say(texts.missingMeans) },
          ]}
          value={states}
          onChange={change(choose)}
        />
        <Field label={say(texts.type)} error={refused['eventTypes']}>
          <Select
            options={[
              { value: '', label: say(texts.everyType) },
              ...(types.data ?? [])
                .filter(({ name }) => takes(endpoint, name))
                .map(({ name }) => ({ value: name, label: name })),
            ]}
            value={type}
            onChange={change(chooseType)}
          />
        </Field>
        <Field
          label={say(texts.atMostPerSecond)}
          hint={say(texts.paceHint)}
          optional
          error={
            isAsked && isStrange
              ? say(texts.paceStrange, { most: replayPerSecondMax })
              : refused['perSecond']
          }
        >
          <Input inputMode="numeric" value={pace} onChange={change(setPace)} />
        </Field>
        {found && <Preview of={found} />}
        <Refusal error={preview.error ?? start.error} />
      </Form>
    </Dialog>
  )
}
