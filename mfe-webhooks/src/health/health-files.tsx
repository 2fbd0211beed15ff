import type { HealthSeries } from '@sonaqor/contract/webhook-deliveries'
import { Button, csvOf, fileNameOf, save, useText } from '@sonaqor/ui'
import type { MouseEvent } from 'react'
import * as common from '../texts/en.ts'
import { pictureOf } from './health-picture.ts'
import * as texts from './texts/en.ts'

/** What the files are called in every language. */
const [png, csv] = ['PNG', 'CSV']

export interface HealthFilesProps {
  readonly of: HealthSeries
  /** Whose attempts they are. */
  readonly name: string
}

/** The chart that it stands in, as a picture and as figures. */
export function HealthFiles({ of: series, name }: HealthFilesProps) {
  const say = useText()
  const title = say(texts.attemptsOf, { name })
  const savePng = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const chart = currentTarget.closest('figure')
    const picture = chart && (await pictureOf(chart, series, title))
    if (picture) save(picture, fileNameOf(title, 'png'))
  }
  const saveCsv = () => {
    const head = [say(common.time), say(texts.delivered), say(texts.failed)]
    const rows = series.points.map(({ at, attempts, succeeded }) => [
      at,
      succeeded,
      attempts - succeeded,
    ])
    // The mark tells spreadsheets that it is UTF-8.
    const content = new Blob(['\uFEFF', csvOf([head, ...rows])], { type: 'text/csv' })
    save(content, fileNameOf(title, 'csv'))
  }
  return (
    <>
      <Button look="quiet" size="small" icon="download" onClick={(event) => void savePng(event)}>
        {png}
      </Button>
      <Button look="quiet" size="small" icon="download" onClick={saveCsv}>
        {csv}
      </Button>
    </>
  )
}
