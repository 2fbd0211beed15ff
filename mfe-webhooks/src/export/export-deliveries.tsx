import { environmentNames, useModule } from '@sonaqor/module'
import { ExportDialog, type ExportedRows, type ExportWords } from '@sonaqor/module/exports'
import type { Say } from '@sonaqor/module/texts'
import { useText } from '@sonaqor/ui'
import { useMemo } from 'react'
import { kindTitles, statusTitles, type Asked } from '../deliveries/deliveries-filter.ts'
import { deliveryStateTitles } from '../deliveries/delivery-badge.tsx'
import * as ofDeliveries from '../deliveries/texts/en.ts'
import { useEndpointName } from '../deliveries/use-endpoint-names.ts'
import { useApps } from '../list/use-apps.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export interface ExportDeliveriesProps {
  readonly asked: Asked
  readonly onClose: () => void
}

/** Takes away the deliveries that the list shows, a row each, without what was sent. */
export function ExportDeliveries({ asked, onClose }: ExportDeliveriesProps) {
  const say = useText()
  const rows: ExportedRows = useMemo(() => {
    const { field: _, value: __, ...filter } = asked
    return { of: 'deliveries', filter }
  }, [asked])
  const exported = { rows, narrowings: useNarrowings(asked), words: wordsIn(say) }
  return <ExportDialog of={exported} onClose={onClose} />
}

const wordsIn = (say: Say): ExportWords => ({
  title: say(texts.exportDeliveries),
  rows: say(ofDeliveries.deliveries),
  unit: say(texts.unit),
  counted: (count) => say(ofDeliveries.deliveriesShown, { count }),
  asFile: (format) => say(texts.deliveriesAs, { format }),
  ndjsonDetail: say(texts.ndjsonDetail),
  linesDetail: say(texts.linesDetail),
  leftOut: say(texts.leftOut),
})

/** What narrows the list, in the terms that it is narrowed by. */
function useNarrowings(asked: Asked): readonly (readonly [string, string])[] {
  const say = useText()
  const { project } = useModule()
  const apps = useApps().data ?? []
  const { environment, endpointId, endpointKind, state, status, eventType, eventId } = asked
  const { name } = useEndpointName(endpointId ?? '')
  const all: readonly (readonly [string, string | undefined])[] = [
    [say(texts.environment), environment && say(environmentNames[environment])],
    [say(texts.project), asked.projectId && project?.name],
    [
      say(common.app),
      asked.appId && (apps.find(({ id }) => id === asked.appId)?.name ?? asked.appId),
    ],
    [say(common.endpoint), endpointId ? name : endpointKind && say(kindTitles[endpointKind])],
    [say(common.state), state && say(deliveryStateTitles[state])],
    [say(ofDeliveries.answer), status && say(statusTitles[status])],
    [say(ofDeliveries.eventType), eventType],
    [say(texts.id), eventId],
    [say(ofDeliveries.request), asked.requestId],
  ]
  return all.flatMap(([title, value]) => (value ? [[title, value] as const] : []))
}
