import type { Review, ReviewItem } from '@sonaqor/contract/reviews'
import { expect, jest, test } from '@jest/globals'
import type { Transport } from '@sonaqor/contract/client'
import type { ModuleContext } from '@sonaqor/module'
import { memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { decidedReview, lines, reviewOf, signedReview } from './testing/reviews.ts'
import { dana } from '../team/testing/people.ts'
import { press, rowOf, showTeam } from '../team/testing/show-team-page.tsx'

type Reviews = ModuleContext['api']['reviews']

interface Shown extends Partial<Reviews> {
  readonly of?: Review
  readonly rows?: readonly ReviewItem[]
}

/** The page at one review, or at the list of them. */
function showReview(
  { of, rows = lines, ...reviews }: Shown = {},
  options: Pick<FakeModuleOptions, 'request' | 'singleKeys'> = {},
) {
  return showTeam({
    ...options,
    viewState: memoryViewState({ tab: 'reviews', ...(of && { review: of.id }) }),
    api: {
      reviews: {
        list: () => pageWith([reviewOf(), signedReview]),
        show: () => Promise.resolve(of ?? reviewOf()),
        items: () => pageWith(rows),
        ...reviews,
      },
    },
  })
}

test('TM-5: reviews stand in a list, open and signed ones, and a row opens one', async () => {
  const module = showReview()
  expect(await screen.findByText('Open, 2 undecided')).toBeTruthy()
  expect(screen.getByText('10 kept, 2 to remove, of 12')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: /^Open the review of/ })[0]!)
  expect(module.viewState.read()).toEqual({ tab: 'reviews', review: reviewOf().id })
})

test('TM-5: a review is started over what is stale, unless all is asked for', async () => {
  const start = jest.fn<Reviews['start']>(() => Promise.resolve(reviewOf()))
  const module = showReview({ start, list: () => pageWith([]) })
  await screen.findByText('No access reviews yet')
  await userEvent.click(screen.getAllByRole('button', { name: 'Start review' })[0]!)
  const dialog = within(await screen.findByRole('dialog', { name: 'Start an access review' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Start review' }))
  await waitFor(() => expect(start).toHaveBeenCalledWith({ body: { which: 'stale' } }))
  expect(module.viewState.read()).toMatchObject({ review: reviewOf().id })
})

test('TM-5: a line is kept or marked by a press', async () => {
  const decide = jest.fn<Reviews['decide']>(() => Promise.resolve(lines[0]!))
  showReview({ of: reviewOf(), decide })
  await rowOf('Old importer')
  await press('Keep: Dana Whitlock')
  await press('Remove: Old importer')
  await waitFor(() =>
    expect(decide.mock.calls.map(([{ params, body }]) => [params.itemId, body.decision])).toEqual([
      [lines[0]!.id, 'keep'],
      [lines[1]!.id, 'remove'],
    ]),
  )
})

test('TM-5: by keyboard a letter on the row decides, and arrows go on', async () => {
  const decide = jest.fn<Reviews['decide']>(() => Promise.resolve(lines[0]!))
  showReview({ of: reviewOf(), decide })
  await rowOf('Old importer')
  expect(screen.getByText(/press K to keep/)).toBeTruthy()
  screen.getByRole('button', { name: 'Dana Whitlock' }).focus()
  await userEvent.keyboard('r{ArrowDown}k')
  await waitFor(() => expect(decide).toHaveBeenCalledTimes(2))
  expect(decide.mock.calls.map(([{ params, body }]) => [params.itemId, body.decision])).toEqual([
    [lines[0]!.id, 'remove'],
    [lines[1]!.id, 'keep'],
  ])
})

test('XC-6: no letter decides for who switched single keys off, and none is promised', async () => {
  const decide = jest.fn<Reviews['decide']>(() => Promise.resolve(lines[0]!))
  showReview({ of: reviewOf(), decide }, { singleKeys: false })
  await rowOf('Old importer')
  screen.getByRole('button', { name: 'Dana Whitlock' }).focus()
  await userEvent.keyboard('rk')
  expect(decide).not.toHaveBeenCalled()
  expect(screen.queryByText(/press K to keep/)).toBeNull()
})

test('TM-5: whoever is faster than the answers loses no decision, and hears of one that failed', async () => {
  const answers = [0, 1, 2].map(() => Promise.withResolvers<ReviewItem>())
  let asked = 0
  const decide = jest.fn<Reviews['decide']>(() => answers[asked++]!.promise)
  showReview({ of: reviewOf(), decide })
  await rowOf('Old importer')
  screen.getByRole('button', { name: 'Dana Whitlock' }).focus()
  await userEvent.keyboard('k{ArrowDown}r{ArrowDown}k')
  expect(decide).toHaveBeenCalledTimes(1)
  answers[0]!.resolve(lines[0]!)
  await waitFor(() => expect(decide).toHaveBeenCalledTimes(2))
  answers[1]!.reject(new TypeError('no answer'))
  await waitFor(() => expect(decide).toHaveBeenCalledTimes(3))
  expect(await screen.findByRole('alert')).toBeTruthy()
})

test('TM-5: several lines in view are decided at once', async () => {
  const decide = jest.fn<Reviews['decide']>(() => Promise.resolve(lines[0]!))
  showReview({ of: reviewOf(), decide })
  await rowOf('Old importer')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all in view' }))
  await press('Mark for removal')
  await waitFor(() => expect(decide).toHaveBeenCalledTimes(3))
})

test('TM-5: it is signed once every line is decided, and not before', async () => {
  showReview({ of: reviewOf() })
  expect(await screen.findByText(/2 lines are left to decide/)).toBeTruthy()
  await press('Sign…')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('TM-5: who signs is told what they confirm', async () => {
  const sign = jest.fn<Reviews['sign']>(() => Promise.resolve(signedReview))
  showReview({ of: decidedReview, sign })
  await press('Sign…')
  const dialog = within(await screen.findByRole('dialog', { name: 'Sign this access review?' }))
  expect(dialog.getByText(/confirm that 1 line is kept and 2 are to be removed/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Sign review' }))
  await waitFor(() => expect(sign).toHaveBeenCalledWith({ params: { id: decidedReview.id } }))
})

test('TM-5: a signed review changes no more, and its PDF is handed to the reader', async () => {
  const content = new Blob(['%PDF'])
  const saved = jest.fn<typeof URL.createObjectURL>(() => 'blob:it')
  Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined })
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  const request = jest.fn<Transport>(async () => ({
    status: 200,
    body: { blob: () => Promise.resolve(content) },
  }))
  showReview({ of: signedReview }, { request })
  await rowOf('Old importer')
  expect(screen.queryByRole('button', { name: 'Keep: Dana Whitlock' })).toBeNull()
  expect(screen.getByText(signedReview.file!.sha256)).toBeTruthy()
  await press('Download PDF')
  await waitFor(() => expect(saved).toHaveBeenCalledWith(content))
  expect(request.mock.calls[0]![0].path).toBe(`/v1/reviews/${signedReview.id}/file`)
  expect(click.mock.contexts[0]).toHaveProperty('download', signedReview.file!.fileName)
})

test('TM-5: our signature is handed over beside the PDF, and it is said how to verify it', async () => {
  const saved = jest.fn<typeof URL.createObjectURL>(() => 'blob:it')
  Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined })
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  showReview({ of: signedReview })
  await press('Download signature')
  const { fileName } = signedReview.file!
  expect(click.mock.contexts.at(-1)).toHaveProperty('download', `${fileName}.jws`)
  const guide = screen.getByRole('link', { name: /How to verify it/ })
  expect(guide.getAttribute('href')).toMatch(/\/docs\/audit#files$/)
})

test('TM-5: a member who is suspended is marked as such', async () => {
  showReview({ of: reviewOf() })
  expect((await rowOf('Jonas Whitlock')).getByText('Suspended')).toBeTruthy()
  expect((await rowOf('Dana Whitlock')).queryByText('Suspended')).toBeNull()
})

test('TM-5: a line leads to the member or the key that it is about', async () => {
  const module = showReview({ of: reviewOf() })
  await rowOf('Old importer')
  await press('Old importer')
  expect(module.navigated).toEqual([
    { view: 'keys.list', params: { key: lines[1]!.targetId, environment: 'production' } },
  ])
  await press('Dana Whitlock')
  const drawer = within(await screen.findByRole('dialog', { name: 'Dana Whitlock' }))
  expect(await drawer.findByText(dana.person.email)).toBeTruthy()
})

test('TM-5: a review over nothing stale says so, and one that was discarded is left', async () => {
  const discard = jest.fn<Reviews['discard']>(() => Promise.resolve())
  const none = reviewOf({ items: { total: 0, undecided: 0, kept: 0, toRemove: 0 } })
  const module = showReview({ of: none, rows: [], discard })
  expect(await screen.findByText('Nothing to review')).toBeTruthy()
  await press('Discard…')
  await press('Discard review')
  await waitFor(() => expect(module.viewState.read()).toEqual({ tab: 'reviews' }))
  expect(discard).toHaveBeenCalledWith({ params: { id: none.id } })
})
