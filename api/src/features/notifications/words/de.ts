import type { Words } from './index.ts'
import { letters } from './letters-de.ts'

export const de: Words = {
  notices: {
    'keys.issued': {
      kind: 'Ein API-Schlüssel für die Produktion wurde ausgestellt',
      title: 'API-Schlüssel ausgestellt: {label}',
      body: '{by} hat den API-Schlüssel „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} ausgestellt.',
      action: 'Schlüssel ansehen',
    },
    'keys.updated': {
      kind: 'Berechtigungen oder Grenzen eines API-Schlüssels für die Produktion wurden geändert',
      title: 'API-Schlüssel geändert: {label}',
      body: '{by} hat geändert, was der API-Schlüssel „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} darf, wie oft oder von wo aus.',
      more: ['Anfragen, die der Schlüssel nicht mehr erlaubt, werden ab sofort abgelehnt.'],
      action: 'Schlüssel ansehen',
    },
    'keys.rotated': {
      kind: 'Ein API-Schlüssel für die Produktion wurde rotiert',
      title: 'API-Schlüssel rotiert: {label}',
      body: '{by} hat den API-Schlüssel „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} rotiert.',
      more: [
        'Das neue Geheimnis wurde einmal angezeigt. Beim Schlüssel steht, wie lange das alte noch gilt.',
      ],
      action: 'Schlüssel ansehen',
    },
    'keys.overlap-ended': {
      kind: 'Das alte Geheimnis eines API-Schlüssels für die Produktion ist abgelaufen',
      title: 'Altes Geheimnis abgelaufen: {label}',
      body: 'Das alte Geheimnis des API-Schlüssels „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} gilt nicht mehr. Das neue gilt weiter.',
      more: ['Alle Anfragen, die das alte Geheimnis noch verwenden, werden ab sofort abgelehnt.'],
      action: 'Schlüssel ansehen',
    },
    'keys.revoked': {
      kind: 'Ein API-Schlüssel für die Produktion wurde widerrufen',
      title: 'API-Schlüssel widerrufen: {label}',
      body: '{by} hat den API-Schlüssel „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} widerrufen.',
      more: ['Alle Anfragen, die ihn noch verwenden, werden ab sofort abgelehnt.'],
      action: 'Schlüssel ansehen',
    },
    'keys.leaked': {
      kind: 'Ein API-Schlüssel wurde offengelegt und beendet',
      title: 'API-Schlüssel offengelegt: {label}',
      body: 'Ein Geheimnis des API-Schlüssels „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} wurde öffentlich gefunden{url, select, none {} other {: {url}}}. {ended, select, key {Der Schlüssel wurde sofort widerrufen.} other {Es war das alte Geheimnis einer Rotation und gilt ab sofort nicht mehr. Das neue gilt weiter.}}',
      more: [
        'Alle Anfragen, die es noch verwenden, werden abgelehnt. Suchen Sie unter den Anfragen des Schlüssels nach fremden und entfernen Sie das Geheimnis dort, wo es gefunden wurde.',
      ],
      short:
        'Der API-Schlüssel „{label}“ wurde offengelegt und beendet. Sehen Sie sich seine Anfragen in Sonaqor an.',
      action: 'Schlüssel ansehen',
    },
    'keys.expiring': {
      kind: 'Ein API-Schlüssel läuft bald ab: 30, 14, 7 Tage und einen Tag vorher',
      title: 'API-Schlüssel läuft in {days, plural, one {# Tag} other {# Tagen}} ab: {label}',
      body: 'Der API-Schlüssel „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} läuft am {at, date} ab.',
      more: [
        'Alle Anfragen, die ihn dann noch verwenden, werden abgelehnt. Rotieren Sie ihn mit einem späteren Ablauf und setzen Sie das neue Geheimnis ein.',
      ],
      action: 'Schlüssel ansehen',
    },
    'keys.expired': {
      kind: 'Ein API-Schlüssel für die Produktion ist abgelaufen',
      title: 'API-Schlüssel abgelaufen: {label}',
      body: 'Der API-Schlüssel „{label}“{hint, select, none {} other { ({hint})}} für die {environment, select, production {Produktion} other {Sandbox}} ist abgelaufen.',
      more: [
        'Alle Anfragen, die ihn noch verwenden, werden ab sofort abgelehnt. Stellen Sie einen neuen Schlüssel aus und ersetzen Sie den alten.',
      ],
      action: 'Schlüssel ansehen',
    },
    'account.signed-in': {
      kind: 'Eine Anmeldung von einem unbekannten Gerät',
      title: 'Neue Anmeldung mit Ihrem Konto',
      body: 'Am {at, date} hat sich jemand mit Ihrem Konto angemeldet: {device}, von der Adresse {ip}.',
      more: [
        'Wenn Sie das waren, müssen Sie nichts tun. Andernfalls beenden Sie diese Sitzung und ändern Sie Ihr Passwort.',
      ],
      short:
        'Neue Anmeldung mit Ihrem Sonaqor-Konto: {device}, {ip}. Wenn Sie das nicht waren, beenden Sie diese Sitzung.',
      action: 'Sitzungen ansehen',
    },
    'account.factor-changed': {
      kind: 'Ein zweiter Faktor wurde geändert',
      title:
        '{factor, select, totp {Authenticator-App} passkey {Passkey} other {Wiederherstellungscodes}} {change, select, added {hinzugefügt} removed {entfernt} other {erneuert}}',
      body: 'Am {at, date} {factor, select, totp {wurde eine Authenticator-App} passkey {wurde ein Passkey} other {wurden die Wiederherstellungscodes}} Ihres Kontos {change, select, added {hinzugefügt} removed {entfernt} other {erneuert}}{name, select, none {} other {: {name}}}.',
      more: [
        'Wenn Sie das nicht waren, hat jemand anderes Zugang zu Ihrem Konto: Wenden Sie sich sofort an einen Inhaber Ihrer Organisation.',
      ],
      action: 'Sicherheit ansehen',
    },
    'account.locked': {
      kind: 'Ihr Konto wurde nach Fehlversuchen gesperrt',
      title: 'Ihr Konto ist für 15 Minuten gesperrt',
      body: '{what, select, password {Am {at, date} wurde für Ihr Konto zehnmal hintereinander ein falsches Passwort angegeben, zuletzt von der Adresse {ip}.} other {Am {at, date} wurde für Ihr Konto zehnmal hintereinander ein falscher zweiter Faktor angegeben, zuletzt von der Adresse {ip}, nach Ihrem richtigen Passwort.}}',
      more: [
        '{what, select, password {Niemand hat sich angemeldet. Geräte, die Sie schon benutzt haben, können sich weiterhin anmelden.} other {Niemand hat sich angemeldet, aber jemand kennt möglicherweise Ihr Passwort.}}',
        'Wenn Sie das nicht waren, ändern Sie Ihr Passwort, und sehen Sie Ihre Sitzungen durch.',
      ],
      short:
        'Ihr Sonaqor-Konto ist nach Fehlversuchen von {ip} für 15 Minuten gesperrt. Wenn Sie das nicht waren, ändern Sie Ihr Passwort.',
      action: 'Konto ansehen',
    },
    'account.password-changed': {
      kind: 'Ihr Passwort wurde geändert',
      title: 'Ihr Passwort wurde geändert',
      body: 'Das Passwort Ihres Kontos wurde am {at, date} geändert. Alle anderen Sitzungen sind beendet.',
      more: [
        'Wenn Sie das nicht waren, legen Sie sofort über „Passwort vergessen?“ ein neues fest und wenden Sie sich an einen Inhaber Ihrer Organisation.',
      ],
      action: 'Sitzungen ansehen',
    },
    'team.role-changed': {
      kind: 'Ihre Rolle wurde geändert',
      title: 'Ihre Rolle wurde geändert',
      body: '{by} hat Ihnen am {at, date} die Rolle {role, select, owner {Inhaber} admin {Administrator} developer {Entwickler} analyst {Analyst} other {Betrachter}} gegeben.',
      more: ['Damit hat sich auch geändert, was Sie dürfen, überall, wo Sie angemeldet sind.'],
      action: 'Team ansehen',
    },
    'team.compliance-changed': {
      kind: 'Die Compliance-Rechte wurden Ihnen erteilt oder entzogen',
      title: 'Compliance-Rechte {given, select, yes {erteilt} other {entzogen}}',
      body: '{by} hat Ihnen am {at, date} die Compliance-Rechte {given, select, yes {erteilt} other {entzogen}}.',
      action: 'Team ansehen',
    },
    'team.factors-reset': {
      kind: 'Ihre zweiten Faktoren wurden zurückgesetzt',
      title: 'Ihre zweiten Faktoren wurden zurückgesetzt',
      body: '{by} hat Ihre Authenticator-App, Passkeys und Wiederherstellungscodes am {at, date} entfernt. Bei der nächsten Anmeldung richten Sie einen neuen zweiten Faktor ein.',
      more: [
        'Wenn Sie nicht darum gebeten haben, ändern Sie sofort Ihr Passwort und wenden Sie sich an einen Inhaber.',
      ],
      action: 'Anmelden',
    },
    'team.resumed': {
      kind: 'Ihr Zugang wurde wieder freigegeben',
      title: 'Sie können sich wieder anmelden',
      body: '{by} hat die Sperrung Ihres Zugangs am {at, date} aufgehoben.',
      action: 'Anmelden',
    },
    'team.owner-made': {
      kind: 'Jemand wurde Inhaber',
      title: 'Neuer Inhaber: {name}',
      body: '{by} hat {name} am {at, date} zum Inhaber gemacht.',
      more: ['Ein Inhaber darf alles. Wenn das nicht beabsichtigt war, ändern Sie es sofort.'],
      action: 'Team ansehen',
    },
    'security.second-factor-required': {
      kind: 'Ein zweiter Faktor ist ab jetzt erforderlich',
      title: 'Richten Sie einen zweiten Faktor ein',
      body: '{by} hat am {at, date} festgelegt, dass sich alle Mitglieder mit einem zweiten Faktor anmelden. Sie haben noch keinen eingerichtet und brauchen einen, um weiterzuarbeiten.',
      action: 'Zweiten Faktor einrichten',
    },
    'supportAccess.requested': {
      kind: 'Sonaqor bittet um Einsicht in Ihren Mandanten',
      title: '{by} von Sonaqor bittet um Einsicht in Ihren Mandanten',
      body: '{by} von Sonaqor bittet um Einsicht in Ihren Mandanten, nur lesend und für {minutes, plural, one {# Minute} other {# Minuten}}. Der Grund: {reason}',
      more: [
        'Ohne Ihre Zustimmung sieht bei Sonaqor niemand etwas. Sie können die Zeit verkürzen, die Einsicht einschränken und sie jederzeit beenden; alles, was gelesen wird, steht in Ihrem Audit-Protokoll.',
      ],
      action: 'Zulassen oder ablehnen',
    },
    'supportAccess.opened': {
      kind: 'Sonaqor hat für eine begrenzte Zeit Einsicht in Ihren Mandanten',
      title: 'Sonaqor hat Einsicht in Ihren Mandanten',
      body: '{by} gewährt {staff, select, anybody {Sonaqor} other {{staff} von Sonaqor}} Einsicht in Ihren Mandanten, nur lesend und für {minutes, plural, one {# Minute} other {# Minuten}}. Der Grund: {reason}',
      more: [
        'Sie können die Einsicht jederzeit beenden. Alles, was gelesen wird, steht in Ihrem Audit-Protokoll.',
      ],
      action: 'Einsicht ansehen',
    },
    'tenants.suspended': {
      kind: 'Ihr Mandant wurde gesperrt',
      title: 'Ihr Mandant wurde gesperrt',
      body: 'Sonaqor hat Ihren Mandanten am {at, date} gesperrt. Der Grund: {reason}',
      more: [
        'Bis das geklärt ist, kann sich niemand dort anmelden, und seine API-Schlüssel werden abgelehnt. Gelöscht wurde nichts. Wenden Sie sich an Sonaqor, um es zu klären.',
      ],
      action: 'Anmelden',
    },
    'webhooks.certificate-expired': {
      kind: 'Das Client-Zertifikat eines Webhook-Endpunkts ist abgelaufen',
      title: 'Client-Zertifikat abgelaufen: {name}',
      body: 'Das Client-Zertifikat des Webhook-Endpunkts „{name}“ für {environment, select, production {die Produktion} other {die Sandbox}} ist am {at, date} abgelaufen.',
      more: [
        'Ein Empfänger, der es prüft, lehnt jede Zustellung ab, bis es ersetzt ist. Was nicht zugestellt wurde, wird etwa drei Tage lang wiederholt und lässt sich danach erneut senden.',
      ],
      action: 'Zertifikat ersetzen',
    },
    'webhooks.certificate-expiring': {
      kind: 'Das Client-Zertifikat eines Webhook-Endpunkts läuft bald ab',
      title:
        'Client-Zertifikat läuft in {days, plural, one {einem Tag} other {# Tagen}} ab: {name}',
      body: 'Das Client-Zertifikat des Webhook-Endpunkts „{name}“ für {environment, select, production {die Produktion} other {die Sandbox}} läuft am {at, date} ab.',
      more: [
        'Ab dann lehnt ein Empfänger, der es prüft, jede Zustellung ab. Lassen Sie von derselben Zertifizierungsstelle ein neues ausstellen, und ersetzen Sie es vor diesem Tag.',
      ],
      action: 'Zertifikat ersetzen',
    },
    'webhooks.disabled': {
      kind: 'Ein Webhook-Endpunkt wurde nach tagelangen Fehlern abgeschaltet',
      title: 'Webhook-Endpunkt abgeschaltet: {name}',
      body: '{because, select, gone {Der Webhook-Endpunkt „{name}“ für {environment, select, production {die Produktion} other {die Sandbox}} hat geantwortet, dass es ihn nicht mehr gibt (410), und wurde abgeschaltet.} other {Seit Tagen ist keine Zustellung an den Webhook-Endpunkt „{name}“ für {environment, select, production {die Produktion} other {die Sandbox}} gelungen. Er wurde abgeschaltet.}}',
      more: [
        'Was inzwischen geschieht, wird als übersprungen aufbewahrt. Setzen Sie den Endpunkt fort, sobald er wieder antwortet, und lassen Sie das Versäumte erneut senden.',
      ],
      action: 'Zum Endpunkt',
    },
    'webhooks.failing': {
      kind: 'Zustellungen an einen Webhook-Endpunkt schlagen fehl, einmal am Tag',
      title: 'Webhook-Endpunkt antwortet nicht wie erwartet: {name}',
      body: 'Seit {since, date} ist keine Zustellung an den Webhook-Endpunkt „{name}“ für {environment, select, production {die Produktion} other {die Sandbox}} gelungen.',
      more: [
        'Zustellungen werden etwa drei Tage lang wiederholt. Ein Endpunkt, bei dem sie tagelang fehlschlagen, wird abgeschaltet.',
      ],
      action: 'Zum Endpunkt',
    },
    'exports.made': {
      kind: 'Ein Export von Ihnen ist fertig',
      title: 'Ihr Export ist fertig',
      body: 'Der Export {of, select, audit {des Audit-Protokolls} logs {der Protokolle} deliveries {der Webhook-Zustellungen} other {Ihrer Daten}} hat {rows, plural, one {# Zeile} other {# Zeilen}}. Sie können ihn sieben Tage lang herunterladen.',
      action: 'Zum Download',
    },
    'exports.failed': {
      kind: 'Ein Export von Ihnen ist fehlgeschlagen',
      title: 'Ihr Export ist fehlgeschlagen',
      body: 'Der Export {of, select, audit {des Audit-Protokolls} logs {der Protokolle} deliveries {der Webhook-Zustellungen} other {Ihrer Daten}} konnte nicht abgeschlossen werden. Unter „Aufträge“ sehen Sie den Grund und können ihn wiederholen.',
      action: 'Aufträge ansehen',
    },
  },
  letters,
  greeting: 'Guten Tag {name},',
  greetingWithoutName: 'Guten Tag,',
  whyNotice:
    'Sie erhalten diese Nachricht als Mitglied von {tenant}. Wählen Sie, worüber und wie Sie benachrichtigt werden:',
  whyLetter: 'Sie erhalten diese Nachricht, weil jemand diese Adresse bei Sonaqor angegeben hat.',
  whySecurity:
    'Sie erhalten diese Nachricht zur Sicherheit Ihres Kontos. Sie lässt sich nicht abschalten.',
  orCopy: 'Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse:',
}
