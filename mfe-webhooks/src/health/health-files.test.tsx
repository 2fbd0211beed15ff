import { healthSeriesOf } from '@sonaqor/storybook/fixtures/webhooks'
import { expect, jest, test } from '@jest/globals'
import { press, showView } from '../testing/show-view.tsx'
import { HealthChart } from './health-chart.tsx'
import { HealthFiles } from './health-files.tsx'

test('WH-6: the chart of an endpoint is kept as figures, a line for each point of it', async () => {
  const point = { at: '2026-11-22T18:00:00.000Z', attempts: 5, succeeded: 3 }
  const series = healthSeriesOf({ points: [point] })
  const files: Blob[] = []
  URL.createObjectURL = (file: Blob) => `blob:${files.push(file)}`
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  showView(<HealthChart of={series} acts={<HealthFiles of={series} name="Ledger" />} />)
  await press('CSV')
  const [link] = clicked.mock.contexts as HTMLAnchorElement[]
  expect(link?.download).toBe('attempts-of-ledger.csv')
  expect(await textOf(files[0]!)).toContain(
    'Time,Delivered,Failed\r\n2026-11-22T18:00:00.000Z,3,2\r\n',
  )
})

const textOf = (file: Blob) =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => done(reader.result))
    reader.readAsText(file)
  })
