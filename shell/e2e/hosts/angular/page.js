/* Angular without zones, compiled in the browser. */
import '@angular/compiler'
import {
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { loadSonaqor } from '@sonaqor/embed/loader'
import { fetchSession, offer, sonaqorUrl } from '../page.js'

class Page {
  isThere = signal(true)
  chosen = signal({})

  constructor() {
    const started = loadSonaqor(sonaqorUrl).then((sonaqor) =>
      sonaqor.start({ name: 'angular', fetchSession: () => fetchSession(), locale: 'en' }),
    )
    const update = (change) => started.then((session) => session.update(change))
    offer({
      dark: () => update({ appearance: { theme: 'dark' } }),
      german: () => update({ locale: 'de' }),
      away: () => this.isThere.set(false),
      back: () => this.isThere.set(true),
      choose: (state) => this.chosen.set(state),
      chosen: () => this.chosen(),
    })
  }

  onState({ detail }) {
    this.chosen.set(detail.state)
  }
}

const Drawn = Component({
  selector: 'stranger-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (isThere()) {
      <sonaqor-keys session="angular" [state]="chosen()" (sonaqor-state)="onState($event)"></sonaqor-keys>
    }
  `,
})(Page)

bootstrapApplication(Drawn, { providers: [provideZonelessChangeDetection()] })
