<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>Activity</name>
        <message>
            <source>At most 500 words.</source>
            <translation>Höchstens 500 Wörter.</translation>
        </message>
        <message>
            <source>A word has at most 128 characters.</source>
            <translation>Ein Wort hat höchstens 128 Zeichen.</translation>
        </message>
        <message>
            <source>This word is there twice.</source>
            <translation>Dieses Wort steht zweimal da.</translation>
        </message>
        <message>
            <source>This is not known here.</source>
            <translation>Das ist hier nicht bekannt.</translation>
        </message>
        <message>
            <source>“rules” is a list.</source>
            <translation>„rules“ ist eine Liste.</translation>
        </message>
        <message>
            <source>Name the lifecycle state; an empty text stands for none.</source>
            <translation>Den Lebenszyklusstatus nennen; ein leerer Text steht für keinen.</translation>
        </message>
        <message>
            <source>Say true or false.</source>
            <translation>true oder false angeben.</translation>
        </message>
        <message>
            <source>Name the identity profile, or leave it out.</source>
            <translation>Das Identitätsprofil nennen oder weglassen.</translation>
        </message>
        <message>
            <source>no lifecycle state</source>
            <translation>kein Lebenszyklusstatus</translation>
        </message>
    </context>
    <context>
        <name>ApprovalModel</name>
        <message>
            <source>Machine identity</source>
            <translation>Maschinenidentität</translation>
        </message>
        <message>
            <source>%1, %2 decided</source>
            <translation>%1, %2 entschieden</translation>
        </message>
        <message>
            <source>Access request</source>
            <translation>Zugriffsantrag</translation>
        </message>
        <message>
            <source>Access review</source>
            <translation>Zugriffsüberprüfung</translation>
        </message>
        <message>
            <source>%1 (a decision is being applied)</source>
            <translation>%1 (eine Entscheidung wird umgesetzt)</translation>
        </message>
        <message>
            <source>Owner: you</source>
            <translation>Zuständig: Sie</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>Fällig am %1</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Für</translation>
        </message>
        <message>
            <source>IDV status</source>
            <translation>IDV-Status</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>Beantragt</translation>
        </message>
        <message>
            <source>%1, %2 days</source>
            <translation>%1, %2 Tage</translation>
        </message>
        <message>
            <source>Asks for</source>
            <translation>Verlangt</translation>
        </message>
    </context>
    <context>
        <name>Approvals</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>It is no longer waiting for you.</source>
            <translation>Er wartet nicht mehr auf Sie.</translation>
        </message>
        <message>
            <source>SailPoint is applying a decision about it already.</source>
            <translation>SailPoint setzt schon eine Entscheidung darüber um.</translation>
        </message>
        <message>
            <source>%1 cannot have “%2” yet: %3. Verify first.</source>
            <translation>%1 kann „%2“ noch nicht bekommen: %3. Prüfen Sie zuerst.</translation>
        </message>
        <message>
            <source>Of a forwarded request a comment has at most 255 characters.</source>
            <translation>Bei einem weitergeleiteten Antrag hat ein Kommentar höchstens 255 Zeichen.</translation>
        </message>
        <message>
            <source>Say to whom.</source>
            <translation>Geben Sie an, an wen.</translation>
        </message>
        <message>
            <source>somebody else</source>
            <translation>jemand anderem</translation>
        </message>
        <message>
            <source>Already approved by %1.</source>
            <translation>Schon genehmigt von %1.</translation>
        </message>
        <message>
            <source>Already denied by %1.</source>
            <translation>Schon abgelehnt von %1.</translation>
        </message>
        <message>
            <source>Already approved by %1 at %2.</source>
            <translation>Schon genehmigt von %1 um %2.</translation>
        </message>
        <message>
            <source>Already denied by %1 at %2.</source>
            <translation>Schon abgelehnt von %1 um %2.</translation>
        </message>
        <message>
            <source>At most 500 requirements.</source>
            <translation>Höchstens 500 Anforderungen.</translation>
        </message>
        <message>
            <source>Name the access, or a part of its name.</source>
            <translation>Nennen Sie den Zugriff oder einen Teil seines Namens.</translation>
        </message>
        <message>
            <source>The assurance level is 1 or 2.</source>
            <translation>Die Vertrauensstufe ist 1 oder 2.</translation>
        </message>
        <message>
            <source>Between 0 and 1,095 days; 0 is as the re-verification policy says.</source>
            <translation>Zwischen 0 und 1.095 Tagen; 0 ist, wie es die Richtlinie zur erneuten Verifizierung sagt.</translation>
        </message>
        <message numerus="yes">
            <source>the identity verification is older than %n day(s)</source>
            <translation>
                <numerusform>die Identitätsprüfung ist älter als %n Tag</numerusform>
                <numerusform>die Identitätsprüfung ist älter als %n Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Say why: whoever asked reads it.</source>
            <translation>Sagen Sie, warum: Wer den Antrag stellte, liest es.</translation>
        </message>
        <message>
            <source>A comment has at most 2,000 characters.</source>
            <translation>Ein Kommentar hat höchstens 2.000 Zeichen.</translation>
        </message>
        <message>
            <source>Access reviews of the cloud are decided in SailPoint.</source>
            <translation>Zugriffsüberprüfungen der Cloud werden in SailPoint entschieden.</translation>
        </message>
        <message>
            <source>Say first who decides here: Settings, Tenants, Approvals…</source>
            <translation>Legen Sie zuerst fest, wer hier entscheidet: Einstellungen, Mandanten, Genehmigungen…</translation>
        </message>
        <message>
            <source>The state that denies is not set: Settings, Tenants, Approvals…</source>
            <translation>Der Zustand, der ablehnt, ist nicht festgelegt: Einstellungen, Mandanten, Genehmigungen…</translation>
        </message>
        <message>
            <source>It waits for a work group that you are not a member of.</source>
            <translation>Er wartet auf eine Arbeitsgruppe, der Sie nicht angehören.</translation>
        </message>
        <message>
            <source>It waits for somebody else, and deciding for others is not allowed here.</source>
            <translation>Er wartet auf jemand anderen, und für andere zu entscheiden ist hier nicht erlaubt.</translation>
        </message>
        <message>
            <source>The state that signs off is not set: Settings, Tenants, Approvals…</source>
            <translation>Der Zustand, der abschließt, ist nicht festgelegt: Einstellungen, Mandanten, Genehmigungen…</translation>
        </message>
        <message numerus="yes">
            <source>%n access review(s) should have ended already.</source>
            <translation>
                <numerusform>%n Zugriffsüberprüfung hätte schon enden sollen.</numerusform>
                <numerusform>%n Zugriffsüberprüfungen hätten schon enden sollen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n access review(s) end within three days.</source>
            <translation>
                <numerusform>%n Zugriffsüberprüfung endet innerhalb von drei Tagen.</numerusform>
                <numerusform>%n Zugriffsüberprüfungen enden innerhalb von drei Tagen.</numerusform>
            </translation>
        </message>
        <message>
            <source>A decision about it is on its way already.</source>
            <translation>Eine Entscheidung darüber ist schon unterwegs.</translation>
        </message>
        <message>
            <source>IdentityIQ does not say whose decision it is. Decide it there.</source>
            <translation>IdentityIQ sagt nicht, wessen Entscheidung es ist. Entscheiden Sie dort.</translation>
        </message>
        <message>
            <source>The plug-in does not take decisions by %1. Nothing was decided; choose the other way: Settings, Tenants, Approvals…</source>
            <translation>Das Plug-in nimmt Entscheidungen nicht per %1 an. Nichts wurde entschieden; wählen Sie den anderen Weg: Einstellungen, Mandanten, Genehmigungen…</translation>
        </message>
        <message>
            <source>This access review is over.</source>
            <translation>Diese Zugriffsüberprüfung ist beendet.</translation>
        </message>
        <message>
            <source>The approvals plug-in does not answer. Decide in IdentityIQ, or name the plug-in&apos;s address: Settings, Tenants, Approvals…</source>
            <translation>Das Genehmigungs-Plug-in antwortet nicht. Entscheiden Sie in IdentityIQ, oder nennen Sie die Adresse des Plug-ins: Einstellungen, Mandanten, Genehmigungen…</translation>
        </message>
        <message>
            <source>IdentityIQ holds more than 2,500 of these; the oldest are not looked at here. Decide those in IdentityIQ.</source>
            <translation>IdentityIQ enthält mehr als 2.500 davon; die ältesten werden hier nicht betrachtet. Entscheiden Sie diese in IdentityIQ.</translation>
        </message>
        <message>
            <source>What people need before they get some access</source>
            <translation>Was Personen brauchen, bevor sie einen Zugriff bekommen</translation>
        </message>
        <message>
            <source>Approvals, Requirements…, or idvctl approvals requirements FILE</source>
            <translation>Genehmigungen, Anforderungen…, oder idvctl approvals requirements DATEI</translation>
        </message>
    </context>
    <context>
        <name>AuditReport</name>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Bald fällig</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Never verified</source>
            <translation>Nie geprüft</translation>
        </message>
        <message>
            <source>(no employee number)</source>
            <translation>(keine Personalnummer)</translation>
        </message>
        <message>
            <source>Identity verification: report for auditors</source>
            <translation>Identitätsprüfung: Bericht für die Revision</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Umfang</translation>
        </message>
        <message>
            <source>Tenant</source>
            <translation>Mandant</translation>
        </message>
        <message>
            <source>SailPoint</source>
            <translation>SailPoint</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Identities in scope</source>
            <translation>Identitäten im Umfang</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Everyone else</source>
            <translation>Alle anderen</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regel</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Warn</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>Nachfrist</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Past grace</source>
            <translation>Nachfrist vorbei</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Abdeckung</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Nobody.</source>
            <translation>Niemand.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Verified on</source>
            <translation>Geprüft am</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Grace ends</source>
            <translation>Nachfrist endet</translation>
        </message>
        <message>
            <source>The first %1 of %2. All of them are in %3, SHA-256 %4.</source>
            <translation>Die ersten %1 von %2. Alle stehen in %3, SHA-256 %4.</translation>
        </message>
        <message>
            <source>Exempt from renewal</source>
            <translation>Von der Erneuerung ausgenommen</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Kampagnen</translation>
        </message>
        <message>
            <source>None.</source>
            <translation>Keine.</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Kampagne</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>Failed or not used</source>
            <translation>Nicht bestanden oder nicht genutzt</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Held results and second-person decisions, last 12 months</source>
            <translation>Zurückgehaltene Ergebnisse und Entscheidungen der zweiten Person, letzte 12 Monate</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Bedienende Person</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>Proof of the audit log</source>
            <translation>Nachweis des Protokolls</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>Einträge</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>Signed up to entry</source>
            <translation>Signiert bis Eintrag</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>Date unusable</source>
            <translation>Datum unbrauchbar</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>In renewal</source>
            <translation>In Erneuerung</translation>
        </message>
        <message>
            <source>past its date</source>
            <translation>über das Datum hinaus</translation>
        </message>
        <message>
            <source>reset</source>
            <translation>zurückgesetzt</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>zurückgezogen</translation>
        </message>
        <message>
            <source>date unusable</source>
            <translation>Datum unbrauchbar</translation>
        </message>
        <message>
            <source>Past due</source>
            <translation>Nicht mehr gültig</translation>
        </message>
        <message>
            <source>Past due, whatever the status</source>
            <translation>Nicht mehr gültig, gleich welcher Status</translation>
        </message>
        <message>
            <source>All past due</source>
            <translation>Alle nicht mehr gültigen</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <source>Among all past due, %1 are exempt, %2 inactive, and %3 past their grace.</source>
            <translation>Unter allen nicht mehr gültigen sind %1 ausgenommen, %2 inaktiv und %3 nach Ablauf der Nachfrist.</translation>
        </message>
        <message>
            <source>Who is past due</source>
            <translation>Wer nicht mehr gültig geprüft ist</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>Allowed by</source>
            <translation>Erlaubt von</translation>
        </message>
        <message>
            <source>verified here on %1, not stored</source>
            <translation>hier verifiziert am %1, nicht gespeichert</translation>
        </message>
        <message>
            <source>Of them %1 verified here, not stored: passed at the provider, and SailPoint does not show it in a read made at least fifteen minutes later.</source>
            <translation>Davon %1 hier verifiziert, nicht gespeichert: beim Anbieter bestanden, und SailPoint zeigt es bei einem Lesen mindestens fünfzehn Minuten später nicht.</translation>
        </message>
        <message>
            <source>%1 results were not looked at yet.</source>
            <translation>%1 Ergebnisse wurden noch nicht angesehen.</translation>
        </message>
        <message>
            <source>Of the overdue, %1 are past their date, %2 were reset (idvVerified is false) and %3 withdrawn (another word in idvStatus, or in idvVerified neither true nor false).</source>
            <translation>Von den überfälligen sind %1 über ihr Datum, %2 zurückgesetzt (idvVerified ist false) und %3 zurückgezogen (ein anderes Wort in idvStatus, oder in idvVerified weder true noch false).</translation>
        </message>
        <message>
            <source>Export the log as JSON Lines and prove it anywhere with: idvctl audit verify FILE --key KEY --at-least HEAD. The head proves that no later log leaves out what was recorded by now.</source>
            <translation>Exportieren Sie das Protokoll als JSON Lines und prüfen Sie es überall mit: idvctl audit verify DATEI --key SCHLÜSSEL --at-least KOPF. Der Kopf beweist, dass kein späteres Protokoll auslässt, was bis jetzt aufgezeichnet wurde.</translation>
        </message>
    </context>
    <context>
        <name>AuditText</name>
        <message>
            <source>Tenant rehearsed with a test person</source>
            <translation>Probelauf des Mandanten mit einer Testperson</translation>
        </message>
        <message>
            <source>Access token replaced</source>
            <translation>Zugriffstoken ersetzt</translation>
        </message>
        <message>
            <source>SailPoint is asked by its per-service paths from now on</source>
            <translation>SailPoint wird ab jetzt über seine Pfade je Dienst gefragt</translation>
        </message>
        <message>
            <source>Callback receiver changed</source>
            <translation>Callback-Empfänger geändert</translation>
        </message>
        <message>
            <source>Tenant edited</source>
            <translation>Mandant bearbeitet</translation>
        </message>
        <message>
            <source>Organisation of the tenant noted</source>
            <translation>Organisation des Mandanten vermerkt</translation>
        </message>
        <message>
            <source>Provider of the tenant changed</source>
            <translation>Anbieter des Mandanten geändert</translation>
        </message>
        <message>
            <source>Write-back changed</source>
            <translation>Rückschreiben geändert</translation>
        </message>
        <message>
            <source>Way of deciding changed</source>
            <translation>Art des Entscheidens geändert</translation>
        </message>
        <message>
            <source>Verification proposed</source>
            <translation>Prüfung vorgeschlagen</translation>
        </message>
        <message>
            <source>Proposed verification started</source>
            <translation>Vorgeschlagene Prüfung gestartet</translation>
        </message>
        <message>
            <source>Proposal dismissed</source>
            <translation>Vorschlag verworfen</translation>
        </message>
        <message>
            <source>Event rules changed</source>
            <translation>Ereignisregeln geändert</translation>
        </message>
        <message>
            <source>State of the account accepted by a second person</source>
            <translation>Kontozustand von einer zweiten Person anerkannt</translation>
        </message>
        <message>
            <source>Token for SailPoint&apos;s events made</source>
            <translation>Token für Ereignisse von SailPoint erzeugt</translation>
        </message>
        <message>
            <source>Table of active accounts changed</source>
            <translation>Tabelle der aktiven Konten geändert</translation>
        </message>
        <message>
            <source>Requirements for access changed</source>
            <translation>Anforderungen an Zugriffe geändert</translation>
        </message>
        <message>
            <source>Decision in another approver&apos;s name</source>
            <translation>Entscheidung im Namen eines anderen Genehmigenden</translation>
        </message>
        <message>
            <source>Clock accepted</source>
            <translation>Uhr anerkannt</translation>
        </message>
        <message>
            <source>Verification started</source>
            <translation>Prüfung gestartet</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Callback applied</source>
            <translation>Rückruf angewandt</translation>
        </message>
        <message>
            <source>Cancel at the provider</source>
            <translation>Abbruch beim Anbieter</translation>
        </message>
        <message>
            <source>Verification cancelled</source>
            <translation>Prüfung abgebrochen</translation>
        </message>
        <message>
            <source>No longer watched</source>
            <translation>Nicht mehr beobachtet</translation>
        </message>
        <message>
            <source>Verification expired</source>
            <translation>Prüfung abgelaufen</translation>
        </message>
        <message>
            <source>Start without an answer</source>
            <translation>Start ohne Antwort</translation>
        </message>
        <message>
            <source>Result not confirmed</source>
            <translation>Ergebnis nicht bestätigt</translation>
        </message>
        <message>
            <source>Link sent again</source>
            <translation>Link erneut gesendet</translation>
        </message>
        <message>
            <source>Second person decided</source>
            <translation>Zweite Person hat entschieden</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Erinnerung</translation>
        </message>
        <message>
            <source>Written to SailPoint</source>
            <translation>Nach SailPoint geschrieben</translation>
        </message>
        <message>
            <source>Caller proved to hold the link</source>
            <translation>Anrufer hat nachweislich den Link</translation>
        </message>
        <message>
            <source>Caller gave a wrong code</source>
            <translation>Anrufer nannte einen falschen Code</translation>
        </message>
        <message>
            <source>Password-reset mail</source>
            <translation>Mail zum Zurücksetzen des Passworts</translation>
        </message>
        <message>
            <source>Callback assigned to a session</source>
            <translation>Callback einer Sitzung zugeordnet</translation>
        </message>
        <message>
            <source>Callback dismissed</source>
            <translation>Rückruf verworfen</translation>
        </message>
        <message>
            <source>Receiver started</source>
            <translation>Empfänger gestartet</translation>
        </message>
        <message>
            <source>Receiver stopped</source>
            <translation>Empfänger angehalten</translation>
        </message>
        <message>
            <source>Receiver&apos;s secret changed</source>
            <translation>Geheimnis des Empfängers geändert</translation>
        </message>
        <message>
            <source>Receiver&apos;s next secret made</source>
            <translation>Nächstes Geheimnis des Empfängers erzeugt</translation>
        </message>
        <message>
            <source>Sender locked out</source>
            <translation>Absender ausgesperrt</translation>
        </message>
        <message>
            <source>Operator registered</source>
            <translation>Bediener registriert</translation>
        </message>
        <message>
            <source>Verification settings changed</source>
            <translation>Einstellungen der Prüfung geändert</translation>
        </message>
        <message>
            <source>Re-verification policy changed</source>
            <translation>Richtlinie der Erneuerung geändert</translation>
        </message>
        <message>
            <source>Exempted from renewal</source>
            <translation>Von der Erneuerung ausgenommen</translation>
        </message>
        <message>
            <source>Exemption ended</source>
            <translation>Ausnahme beendet</translation>
        </message>
        <message>
            <source>Campaign made</source>
            <translation>Kampagne angelegt</translation>
        </message>
        <message>
            <source>Campaign changed</source>
            <translation>Kampagne geändert</translation>
        </message>
        <message>
            <source>Dry run</source>
            <translation>Probelauf</translation>
        </message>
        <message>
            <source>Campaign started</source>
            <translation>Kampagne gestartet</translation>
        </message>
        <message>
            <source>Campaign paused</source>
            <translation>Kampagne pausiert</translation>
        </message>
        <message>
            <source>Campaign continued</source>
            <translation>Kampagne fortgesetzt</translation>
        </message>
        <message>
            <source>Campaign waited</source>
            <translation>Kampagne hat gewartet</translation>
        </message>
        <message>
            <source>Campaign&apos;s pace changed</source>
            <translation>Tempo der Kampagne geändert</translation>
        </message>
        <message>
            <source>Campaign interrupted</source>
            <translation>Kampagne unterbrochen</translation>
        </message>
        <message>
            <source>Campaign stopped</source>
            <translation>Kampagne beendet</translation>
        </message>
        <message>
            <source>Campaign sent its last link</source>
            <translation>Kampagne hat den letzten Link gesendet</translation>
        </message>
        <message>
            <source>Tenant added</source>
            <translation>Mandant hinzugefügt</translation>
        </message>
        <message>
            <source>Tenant removed</source>
            <translation>Mandant entfernt</translation>
        </message>
        <message>
            <source>Tenant changed</source>
            <translation>Mandant geändert</translation>
        </message>
        <message>
            <source>Secret replaced</source>
            <translation>Geheimnis ersetzt</translation>
        </message>
        <message>
            <source>Tenant locked</source>
            <translation>Mandant gesperrt</translation>
        </message>
        <message>
            <source>Tenant unlocked</source>
            <translation>Mandant entsperrt</translation>
        </message>
        <message>
            <source>Simulator started</source>
            <translation>Simulator gestartet</translation>
        </message>
        <message>
            <source>People exported</source>
            <translation>Personen exportiert</translation>
        </message>
        <message>
            <source>Audit log exported</source>
            <translation>Protokoll exportiert</translation>
        </message>
        <message>
            <source>Signing key made</source>
            <translation>Signaturschlüssel erzeugt</translation>
        </message>
        <message>
            <source>Report made</source>
            <translation>Bericht erstellt</translation>
        </message>
        <message>
            <source>Evidence pack made</source>
            <translation>Nachweispaket erstellt</translation>
        </message>
        <message>
            <source>Personal data removed</source>
            <translation>Personenbezogene Daten entfernt</translation>
        </message>
        <message>
            <source>Privacy settings changed</source>
            <translation>Datenschutzeinstellungen geändert</translation>
        </message>
        <message>
            <source>Settings imported</source>
            <translation>Einstellungen importiert</translation>
        </message>
        <message>
            <source>Settings exported</source>
            <translation>Einstellungen exportiert</translation>
        </message>
        <message>
            <source>asked for</source>
            <translation>angefragt</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>nicht ausgeführt</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>%L1 rows</source>
            <translation>%L1 Zeilen</translation>
        </message>
        <message>
            <source>Status words changed</source>
            <translation>Statuswörter geändert</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Anbieter</translation>
        </message>
        <message>
            <source>IDV Console</source>
            <translation>IDV Console</translation>
        </message>
        <message>
            <source>Second person %1</source>
            <translation>Zweite Person %1</translation>
        </message>
        <message>
            <source>Request for access answered: approved</source>
            <translation>Zugriffsanfrage beantwortet: genehmigt</translation>
        </message>
        <message>
            <source>Backup made</source>
            <translation>Sicherung angelegt</translation>
        </message>
        <message>
            <source>Restored from a backup</source>
            <translation>Aus einer Sicherung wiederhergestellt</translation>
        </message>
        <message>
            <source>Another key signs from here</source>
            <translation>Ab hier signiert ein anderer Schlüssel</translation>
        </message>
    </context>
    <context>
        <name>AuditTrail</name>
        <message>
            <source>The check was stopped.</source>
            <translation>Die Prüfung des Protokolls wurde angehalten.</translation>
        </message>
        <message>
            <source>Entry %1 was changed, removed or put in after it was written.</source>
            <translation>Eintrag %1 wurde nachträglich geändert, entfernt oder eingefügt.</translation>
        </message>
        <message>
            <source>Entries are missing at the end: entry %1 was signed and is not there.</source>
            <translation>Am Ende fehlen Einträge: Eintrag %1 war signiert und ist nicht da.</translation>
        </message>
        <message>
            <source>Entry %1 is not the one that was signed.</source>
            <translation>Eintrag %1 ist nicht der, der signiert wurde.</translation>
        </message>
        <message>
            <source>The keychain remembers another entry %1: the log was replaced or cut off.</source>
            <translation>Der Schlüsselbund kennt einen anderen Eintrag %1: Das Protokoll wurde ersetzt oder abgeschnitten.</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 kann nicht gelesen werden: %2</translation>
        </message>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>this is no JSON object (%1).</source>
            <translation>das ist kein JSON-Objekt (%1).</translation>
        </message>
        <message>
            <source>something follows the end.</source>
            <translation>nach dem Ende folgt noch etwas.</translation>
        </message>
        <message>
            <source>this is no audit log of IDV Console.</source>
            <translation>das ist kein Protokoll der IDV Console.</translation>
        </message>
        <message>
            <source>the first entry does not begin the chain.</source>
            <translation>der erste Eintrag beginnt die Kette nicht.</translation>
        </message>
        <message>
            <source>entry %1 is missing.</source>
            <translation>Eintrag %1 fehlt.</translation>
        </message>
        <message>
            <source>entry %1 was changed after it was written.</source>
            <translation>Eintrag %1 wurde nachträglich geändert.</translation>
        </message>
        <message>
            <source>a value of entry %1 is not the one that was recorded.</source>
            <translation>ein Wert von Eintrag %1 ist nicht der aufgezeichnete.</translation>
        </message>
        <message>
            <source>the signature over entry %1 does not hold.</source>
            <translation>die Signatur über Eintrag %1 stimmt nicht.</translation>
        </message>
        <message>
            <source>this line has no meaning here.</source>
            <translation>diese Zeile hat hier keine Bedeutung.</translation>
        </message>
        <message>
            <source>the file ends before its end: it was cut off.</source>
            <translation>die Datei endet zu früh: Sie wurde abgeschnitten.</translation>
        </message>
        <message>
            <source>No entry is signed by this key.</source>
            <translation>Kein Eintrag ist mit diesem Schlüssel signiert.</translation>
        </message>
        <message>
            <source>The log is being checked. Try again in a moment.</source>
            <translation>Das Protokoll wird gerade geprüft. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>The log was changed while it was exported. Verify the chain.</source>
            <translation>Das Protokoll wurde während des Exports geändert. Prüfen Sie die Kette.</translation>
        </message>
        <message>
            <source>The entries after %1 are not signed by this key.</source>
            <translation>Die Einträge nach %1 sind nicht mit diesem Schlüssel signiert.</translation>
        </message>
        <message>
            <source>The sessions cannot be read, so they were not compared with the log.</source>
            <translation>Die Sitzungen sind nicht lesbar und wurden daher nicht mit dem Protokoll verglichen.</translation>
        </message>
        <message>
            <source>Session %1 is not what the log recorded of it: it was changed outside the console.</source>
            <translation>Sitzung %1 ist nicht, was das Protokoll von ihr festhielt: Sie wurde außerhalb der Konsole verändert.</translation>
        </message>
        <message>
            <source>The log was not checked yet.</source>
            <translation>Das Protokoll wurde noch nicht geprüft.</translation>
        </message>
        <message>
            <source>%1 entries hang together, but nothing outside the log remembers them: cut off or exchanged as a whole, it would look the same. %2</source>
            <translation>%1 Einträge hängen zusammen, aber nichts außerhalb des Protokolls erinnert sich an sie: abgeschnitten oder als Ganzes ausgetauscht sähe es genauso aus. %2</translation>
        </message>
        <message>
            <source>%1 entries, complete and unchanged, as they are remembered outside the log.</source>
            <translation>%1 Einträge, vollständig und unverändert, so wie sie außerhalb des Protokolls gemerkt sind.</translation>
        </message>
        <message>
            <source>%1 entries, unchanged, and complete up to entry %2, which is remembered outside the log. The entries after it hang together, and nothing remembers them yet.</source>
            <translation>%1 Einträge, unverändert, und vollständig bis zum Eintrag %2, der außerhalb des Protokolls gemerkt ist. Die Einträge danach hängen zusammen, und noch nichts hat sie sich gemerkt.</translation>
        </message>
        <message>
            <source>What the keychain remembers of this log cannot be read.</source>
            <translation>Was sich der Schlüsselbund von diesem Protokoll gemerkt hat, ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The keychain of this computer remembers no earlier state of it. Make sure who could write it, then let it be signed and remembered: idvctl audit sign.</source>
            <translation>Der Schlüsselbund dieses Computers hat sich keinen früheren Stand gemerkt. Klären Sie, wer es schreiben konnte, und lassen Sie es dann signieren und merken: idvctl audit sign.</translation>
        </message>
        <message>
            <source>Entry %1 is not the one of the head that was given: the log was replaced or cut off.</source>
            <translation>Eintrag %1 ist nicht der des angegebenen Kopfes: Das Protokoll wurde ersetzt oder abgeschnitten.</translation>
        </message>
        <message>
            <source>this is the format &quot;%1&quot;, which this version does not know. Prove it with the version that wrote it, or a later one.</source>
            <translation>das ist das Format „%1“, das diese Version nicht kennt. Prüfen Sie es mit der Version, die es geschrieben hat, oder einer neueren.</translation>
        </message>
        <message>
            <source>the key and its fingerprint do not belong together.</source>
            <translation>der Schlüssel und sein Fingerabdruck gehören nicht zusammen.</translation>
        </message>
        <message>
            <source>the end does not fit: lines are missing or were changed.</source>
            <translation>das Ende passt nicht: Zeilen fehlen oder wurden geändert.</translation>
        </message>
        <message>
            <source>the signature over the whole file does not hold.</source>
            <translation>die Signatur über die ganze Datei gilt nicht.</translation>
        </message>
        <message>
            <source>It ends at entry %1, before the entry %2 that you were given: it was cut off, or is older.</source>
            <translation>Es endet beim Eintrag %1, vor dem Eintrag %2, den Sie bekommen haben: Es wurde abgeschnitten oder ist älter.</translation>
        </message>
        <message>
            <source>Its entry %1 is not the one that you were given: it is another log.</source>
            <translation>Sein Eintrag %1 ist nicht der, den Sie bekommen haben: Es ist ein anderes Protokoll.</translation>
        </message>
        <message>
            <source>The key came with the file, so anybody could have written it. Give the key that you got on another way with --key, or the head with --at-least.</source>
            <translation>Der Schlüssel kam mit der Datei, also könnte jeder sie geschrieben haben. Geben Sie den Schlüssel, den Sie auf anderem Weg bekommen haben, mit --key an, oder den Kopf mit --at-least.</translation>
        </message>
        <message>
            <source>It is not signed by the key that was given.</source>
            <translation>Es ist nicht mit dem angegebenen Schlüssel signiert.</translation>
        </message>
        <message>
            <source>What is there is signed, but this older format signs no end: entries could have been cut off. Export the log again, or give the head of a report with --at-least.</source>
            <translation>Was da ist, ist signiert, aber dieses ältere Format signiert kein Ende: Einträge könnten abgeschnitten sein. Exportieren Sie das Protokoll neu, oder geben Sie den Kopf eines Berichts mit --at-least an.</translation>
        </message>
        <message>
            <source>A head is the number of an entry, a colon, and 64 hexadecimal digits.</source>
            <translation>Ein Kopf ist die Nummer eines Eintrags, ein Doppelpunkt und 64 hexadezimale Ziffern.</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>This is no backup of IDV Console, or it was cut off.</source>
            <translation>Das ist keine Sicherung der IDV Console, oder sie wurde abgeschnitten.</translation>
        </message>
        <message>
            <source>The passphrase is another one, or the file was changed. Nothing of it was used.</source>
            <translation>Die Passphrase ist eine andere, oder die Datei wurde geändert. Nichts davon wurde verwendet.</translation>
        </message>
        <message>
            <source>This backup was written by a newer version of IDV Console. Restore it with that version.</source>
            <translation>Diese Sicherung wurde von einer neueren Version der IDV Console geschrieben. Stellen Sie sie mit jener Version wieder her.</translation>
        </message>
        <message>
            <source>This data folder has a ledger with %1 entries. Nothing was changed: restore into another folder (--data-dir), or move this one away first.</source>
            <translation>In diesem Datenordner liegt ein Hauptbuch mit %1 Einträgen. Nichts wurde geändert: Stellen Sie in einem anderen Ordner wieder her (--data-dir), oder legen Sie diesen zuerst beiseite.</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 kann nicht gelesen werden: %2</translation>
        </message>
        <message>
            <source>The folder cannot be written: %1</source>
            <translation>In den Ordner kann nicht geschrieben werden: %1</translation>
        </message>
        <message>
            <source>The log in this backup is not whole: entry %1 was changed, removed or put in. Nothing was restored. To go on with it as it is: --accept-broken.</source>
            <translation>Das Protokoll in dieser Sicherung ist nicht heil: Eintrag %1 wurde geändert, entfernt oder eingefügt. Nichts wurde wiederhergestellt. Um damit weiterzumachen, wie es ist: --accept-broken.</translation>
        </message>
        <message>
            <source>This backup does not hold the entry %1 that was given: it is older, or of another log. Nothing was restored.</source>
            <translation>Diese Sicherung enthält den angegebenen Eintrag %1 nicht: Sie ist älter oder von einem anderen Protokoll. Nichts wurde wiederhergestellt.</translation>
        </message>
        <message>
            <source>The keychain remembers entry %1 of this folder&apos;s log, and the backup ends at entry %2 or is of another log: what came later is not in it. Nothing was restored. To go on without it: --accept-loss; the log will say so.</source>
            <translation>Der Schlüsselbund hat sich Eintrag %1 vom Protokoll dieses Ordners gemerkt, und die Sicherung endet beim Eintrag %2 oder ist von einem anderen Protokoll: Was später kam, ist nicht darin. Nichts wurde wiederhergestellt. Um ohne das weiterzumachen: --accept-loss; das Protokoll wird es sagen.</translation>
        </message>
        <message>
            <source>The restored ledger cannot be put in its place: %1</source>
            <translation>Das wiederhergestellte Hauptbuch kann nicht an seinen Platz gelegt werden: %1</translation>
        </message>
        <message>
            <source>The passphrase is missing.</source>
            <translation>Die Passphrase fehlt.</translation>
        </message>
        <message>
            <source>The passphrase has at least %1 characters: whoever has the file can try without end.</source>
            <translation>Die Passphrase hat mindestens %1 Zeichen: Wer die Datei hat, kann ohne Ende probieren.</translation>
        </message>
        <message>
            <source>The copy of the ledger cannot be read: %1</source>
            <translation>Die Kopie des Hauptbuchs kann nicht gelesen werden: %1</translation>
        </message>
    </context>
    <context>
        <name>Campaign</name>
        <message>
            <source>Draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
        <message>
            <source>All sent</source>
            <translation>Alles gesendet</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>no usable phone or e-mail on file</source>
            <translation>kein brauchbares Telefon und keine E-Mail hinterlegt</translation>
        </message>
        <message>
            <source>lifecycle state is not active</source>
            <translation>Lebenszyklusstatus ist nicht aktiv</translation>
        </message>
        <message>
            <source>a verification is open or held already</source>
            <translation>eine Prüfung ist schon offen oder zurückgehalten</translation>
        </message>
        <message>
            <source>verified since the campaign was made</source>
            <translation>geprüft, seit die Kampagne angelegt wurde</translation>
        </message>
        <message>
            <source>exempt by the policy</source>
            <translation>durch eine Ausnahme freigestellt</translation>
        </message>
        <message>
            <source>not in SailPoint any more</source>
            <translation>nicht mehr in SailPoint</translation>
        </message>
        <message>
            <source>the provider refused the request</source>
            <translation>der Anbieter hat die Anfrage abgelehnt</translation>
        </message>
        <message>
            <source>A campaign has a name of 1 to 80 characters.</source>
            <translation>Eine Kampagne hat einen Namen von 1 bis 80 Zeichen.</translation>
        </message>
        <message>
            <source>A campaign sends by e-mail or text message: nobody is there to show a code.</source>
            <translation>Eine Kampagne sendet per E-Mail oder SMS: Es ist niemand da, der einen Code zeigt.</translation>
        </message>
        <message>
            <source>A link is waited for 1 to 720 hours.</source>
            <translation>Auf einen Link wird 1 bis 720 Stunden gewartet.</translation>
        </message>
        <message>
            <source>1 to 120 links are sent a minute.</source>
            <translation>In der Minute werden 1 bis 120 Links gesendet.</translation>
        </message>
        <message>
            <source>A day&apos;s limit is 0 (none) to 1,000,000.</source>
            <translation>Die Tagesgrenze ist 0 (keine) bis 1.000.000.</translation>
        </message>
        <message>
            <source>Quiet hours are given as 20:00-08:00.</source>
            <translation>Ruhezeiten werden als 20:00-08:00 angegeben.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no time zone. One is named like Europe/Oslo.</source>
            <translation>„%1“ ist keine Zeitzone. Sie heißen zum Beispiel Europe/Oslo.</translation>
        </message>
        <message>
            <source>The assurance level is 1 or 2.</source>
            <translation>Die Vertrauensstufe ist 1 oder 2.</translation>
        </message>
        <message>
            <source>Choose at least one document.</source>
            <translation>Mindestens ein Dokument wählen.</translation>
        </message>
        <message>
            <source>A workflow is given by its ID, as SailPoint shows it.</source>
            <translation>Ein Workflow wird mit seiner ID angegeben, wie SailPoint sie zeigt.</translation>
        </message>
        <message>
            <source>A reminder clears nothing: only a renewal does.</source>
            <translation>Eine Erinnerung setzt nichts zurück: Das tut nur eine Erneuerung.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no document type.</source>
            <translation>„%1“ ist keine Dokumentart.</translation>
        </message>
        <message>
            <source>A stored campaign cannot be read.</source>
            <translation>Eine gespeicherte Kampagne kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>There is no such campaign.</source>
            <translation>Diese Kampagne gibt es nicht.</translation>
        </message>
        <message>
            <source>The people of a campaign that was started do not change.</source>
            <translation>Die Personen einer gestarteten Kampagne ändern sich nicht.</translation>
        </message>
        <message>
            <source>The campaign does not run, or this person has had their link.</source>
            <translation>Die Kampagne läuft nicht, oder diese Person hatte ihren Link schon.</translation>
        </message>
        <message>
            <source>verified here, not stored by SailPoint: see Differences with SailPoint</source>
            <translation>hier verifiziert, von SailPoint nicht gespeichert: siehe Unterschiede zu SailPoint</translation>
        </message>
        <message>
            <source>The campaign “%1”</source>
            <translation>Die Kampagne „%1“</translation>
        </message>
        <message>
            <source>make a new one in Re-verification, Campaigns, or with idvctl campaign create</source>
            <translation>unter Erneute Prüfung, Kampagnen, oder mit idvctl campaign create eine neue anlegen</translation>
        </message>
        <message>
            <source>The exemption of %1</source>
            <translation>Die Ausnahme von %1</translation>
        </message>
        <message>
            <source>grant it again or end it, in the person’s menu</source>
            <translation>im Menü der Person neu gewähren oder beenden</translation>
        </message>
        <message>
            <source>its reason, who allowed it or its end cannot be read.</source>
            <translation>Grund, Genehmigung oder Ende lassen sich nicht lesen.</translation>
        </message>
    </context>
    <context>
        <name>Campaigns</name>
        <message>
            <source>The campaign was started already.</source>
            <translation>Die Kampagne wurde schon gestartet.</translation>
        </message>
        <message>
            <source>The campaign was changed during the dry run. Run it again.</source>
            <translation>Die Kampagne wurde während des Probelaufs geändert. Starten Sie ihn noch einmal.</translation>
        </message>
        <message>
            <source>SailPoint did not run the workflow five times in a row. Is it switched on, and does it have an external trigger?</source>
            <translation>SailPoint hat den Workflow fünfmal hintereinander nicht ausgeführt. Ist er eingeschaltet und hat er einen externen Auslöser?</translation>
        </message>
        <message>
            <source>SailPoint did not answer three times in a row. Those three may have been reminded; nobody is reminded twice.</source>
            <translation>SailPoint hat dreimal hintereinander nicht geantwortet. Diese drei wurden vielleicht erinnert; niemand wird zweimal erinnert.</translation>
        </message>
        <message>
            <source>The provider did not answer three times in a row. Those three may have a link; the others have none.</source>
            <translation>Der Anbieter hat dreimal hintereinander nicht geantwortet. Diese drei haben vielleicht einen Link, die anderen keinen.</translation>
        </message>
        <message>
            <source>The provider refused five requests in a row. Look at the sessions for its reason.</source>
            <translation>Der Anbieter hat fünf Anfragen hintereinander abgelehnt. Der Grund steht bei den Sitzungen.</translation>
        </message>
        <message>
            <source>This campaign belongs to another tenant.</source>
            <translation>Diese Kampagne gehört zu einem anderen Mandanten.</translation>
        </message>
        <message>
            <source>This console does not write to SailPoint for this tenant (write-back: none).</source>
            <translation>Diese Konsole schreibt für diesen Mandanten nicht nach SailPoint (Rückschreiben: keines).</translation>
        </message>
        <message>
            <source>The campaign was started: only its pace can be changed.</source>
            <translation>Die Kampagne wurde gestartet: Nur ihr Tempo lässt sich ändern.</translation>
        </message>
        <message>
            <source>Another window, or idvctl, sends this tenant&apos;s campaigns at the moment. Pause there, or wait until it is done.</source>
            <translation>Ein anderes Fenster oder idvctl sendet gerade die Kampagnen dieses Mandanten. Pausieren Sie dort oder warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <source>A campaign starts within ten minutes of its dry run. Run it again: the people may have changed.</source>
            <translation>Eine Kampagne startet innerhalb von zehn Minuten nach dem Probelauf. Wiederholen Sie ihn: Die Personen können sich geändert haben.</translation>
        </message>
        <message>
            <source>Nobody would get a link.</source>
            <translation>Niemand bekäme einen Link.</translation>
        </message>
        <message>
            <source>The dry run found %1 people; the number that was confirmed is %2.</source>
            <translation>Der Probelauf fand %1 Personen; bestätigt wurde die Zahl %2.</translation>
        </message>
        <message>
            <source>Only a paused campaign can be continued.</source>
            <translation>Nur eine pausierte Kampagne kann fortgesetzt werden.</translation>
        </message>
        <message>
            <source>Only a running campaign can be paused.</source>
            <translation>Nur eine laufende Kampagne kann pausiert werden.</translation>
        </message>
        <message>
            <source>Paused by hand.</source>
            <translation>Von Hand pausiert.</translation>
        </message>
        <message>
            <source>The console ended while it was sending. Nobody gets a second link when it goes on.</source>
            <translation>Die Konsole endete während des Sendens. Niemand bekommt einen zweiten Link, wenn es weitergeht.</translation>
        </message>
        <message>
            <source>Say why, in 3 to 500 characters.</source>
            <translation>Nennen Sie den Grund mit 3 bis 500 Zeichen.</translation>
        </message>
        <message>
            <source>An exemption ends, within a year from now.</source>
            <translation>Eine Ausnahme endet, und zwar binnen eines Jahres.</translation>
        </message>
        <message>
            <source>SailPoint knew none of five people in a row. Is it the right address?</source>
            <translation>SailPoint kannte von fünf Personen hintereinander keine. Ist es die richtige Adresse?</translation>
        </message>
        <message>
            <source>By the settings a periodic verification asks for IAL2 at least.</source>
            <translation>Nach den Einstellungen verlangt eine regelmäßige Prüfung mindestens IAL2.</translation>
        </message>
        <message>
            <source>Nobody allows the own exemption: somebody else signs in for it.</source>
            <translation>Niemand erlaubt die eigene Ausnahme: Jemand anderes meldet sich dafür an.</translation>
        </message>
        <message>
            <source>Restored from a backup: what was sent after it was made is not known here.</source>
            <translation>Aus einer Sicherung wiederhergestellt: Was nach ihr gesendet wurde, ist hier nicht bekannt.</translation>
        </message>
        <message>
            <source>The console was closed.</source>
            <translation>Die Konsole wurde geschlossen.</translation>
        </message>
        <message>
            <source>The campaign was stopped.</source>
            <translation>Die Kampagne wurde beendet.</translation>
        </message>
    </context>
    <context>
        <name>Capture</name>
        <message>
            <source>Path, method and rate</source>
            <translation>Pfad, Methode und Menge</translation>
        </message>
        <message>
            <source>JSON by its type</source>
            <translation>JSON nach dem Medientyp</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Uhr</translation>
        </message>
        <message>
            <source>Strict JSON with session and status</source>
            <translation>Strenges JSON mit Sitzung und Status</translation>
        </message>
        <message>
            <source>Known session, new result</source>
            <translation>Bekannte Sitzung, neues Ergebnis</translation>
        </message>
        <message>
            <source>Refused: the field “%1” cannot be used</source>
            <translation>Abgelehnt: Das Feld „%1“ ist nicht verwendbar</translation>
        </message>
    </context>
    <context>
        <name>ConnectionTest</name>
        <message>
            <source>how long its token lives is not said</source>
            <translation>wie lange das Token gilt, wird nicht gesagt</translation>
        </message>
        <message>
            <source>Address answers with a valid certificate</source>
            <translation>Die Adresse antwortet mit gültigem Zertifikat</translation>
        </message>
        <message>
            <source>Address answers on this computer</source>
            <translation>Die Adresse antwortet auf diesem Rechner</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>This is not the address of a SailPoint API</source>
            <translation>Das ist nicht die Adresse einer SailPoint-API</translation>
        </message>
        <message>
            <source>Client ID or secret not accepted</source>
            <translation>Client-ID oder Secret nicht angenommen</translation>
        </message>
        <message>
            <source>Client ID and secret accepted</source>
            <translation>Client-ID und Secret angenommen</translation>
        </message>
        <message>
            <source>token for %1 minutes</source>
            <translation>Token für %1 Minuten</translation>
        </message>
        <message>
            <source>Can search identities</source>
            <translation>Kann Identitäten suchen</translation>
        </message>
        <message>
            <source>May not search: copying people takes longer</source>
            <translation>Darf nicht suchen: Das Kopieren der Personen dauert länger</translation>
        </message>
        <message>
            <source>Can read identities one by one</source>
            <translation>Kann einzelne Identitäten lesen</translation>
        </message>
        <message>
            <source>This client has no user: results are read back from the search index, with its delay</source>
            <translation>Dieser Client hat keinen Benutzer: Ergebnisse werden mit Verzögerung aus dem Suchindex zurückgelesen</translation>
        </message>
        <message>
            <source>A scope is missing: idn:identity:read</source>
            <translation>Ein Scope fehlt: idn:identity:read</translation>
        </message>
        <message>
            <source>Attribute names cannot be read: the mapping is not checked</source>
            <translation>Attributnamen sind nicht lesbar: Die Zuordnung wird nicht geprüft</translation>
        </message>
        <message>
            <source>Can read identity attributes</source>
            <translation>Kann Identitätsattribute lesen</translation>
        </message>
        <message>
            <source>The workflow answers its echo test</source>
            <translation>Der Workflow beantwortet seinen Echotest</translation>
        </message>
        <message>
            <source>The workflow does not answer its echo test</source>
            <translation>Der Workflow beantwortet seinen Echotest nicht</translation>
        </message>
        <message>
            <source>1Kosmos answers and accepts the API key</source>
            <translation>1Kosmos antwortet und nimmt den API-Schlüssel an</translation>
        </message>
        <message>
            <source>API key not accepted</source>
            <translation>API-Schlüssel nicht angenommen</translation>
        </message>
        <message>
            <source>Can read identity profiles</source>
            <translation>Kann Identitätsprofile lesen</translation>
        </message>
        <message>
            <source>May not read identity profiles</source>
            <translation>Darf Identitätsprofile nicht lesen</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>nicht erlaubt</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>nicht vorhanden</translation>
        </message>
        <message>
            <source>no usable answer</source>
            <translation>keine brauchbare Antwort</translation>
        </message>
        <message>
            <source>Perhaps too old</source>
            <translation>Vielleicht zu alt</translation>
        </message>
        <message>
            <source>People cannot be read</source>
            <translation>Personen können nicht gelesen werden</translation>
        </message>
        <message>
            <source>The API client&apos;s proxy user needs the right to use SCIM, or the approvals plug-in has to be installed.</source>
            <translation>Der Proxy-Benutzer des API-Clients braucht das Recht, SCIM zu verwenden, oder das Genehmigungs-Plug-in muss installiert sein.</translation>
        </message>
        <message>
            <source>This is not the address of an IdentityIQ with OAuth</source>
            <translation>Das ist nicht die Adresse eines IdentityIQ mit OAuth</translation>
        </message>
        <message>
            <source>It answers without a sign-in as well: by it nobody&apos;s user name and password can be checked, so operators and second persons cannot sign in.</source>
            <translation>Er antwortet auch ohne Anmeldung: damit lassen sich Benutzername und Passwort von niemandem prüfen, deshalb können sich Bedienende und zweite Personen nicht anmelden.</translation>
        </message>
        <message>
            <source>Signed in; the client secret was not proven</source>
            <translation>Angemeldet; das Client-Secret ist nicht nachgewiesen</translation>
        </message>
        <message>
            <source>The server gives a token to a client that nobody has as well: it does not look at the secret. Check the address.</source>
            <translation>Der Server gibt auch einem Client, den niemand hat, ein Token: er prüft das Secret nicht. Die Adresse prüfen.</translation>
        </message>
        <message>
            <source>The comparison with a made-up client got no answer that tells. Test again in a few minutes.</source>
            <translation>Der Vergleich mit einem erfundenen Client bekam keine Antwort, die etwas aussagt. In einigen Minuten erneut testen.</translation>
        </message>
        <message>
            <source>1Kosmos was not asked: the key was not proven</source>
            <translation>1Kosmos wurde nicht gefragt: der Schlüssel ist nicht nachgewiesen</translation>
        </message>
        <message>
            <source>The provider&apos;s profile has no status query. The first verification shows whether the key is accepted.</source>
            <translation>Das Profil des Anbieters hat keine Statusabfrage. Die erste Verifizierung zeigt, ob der Schlüssel angenommen wird.</translation>
        </message>
        <message>
            <source>The first verification shows whether the key is accepted. Check the address and the paths of the profile before it.</source>
            <translation>Die erste Verifizierung zeigt, ob der Schlüssel angenommen wird. Davor die Adresse und die Pfade des Profils prüfen.</translation>
        </message>
        <message>
            <source>Whether the paths of the profile are right shows with the first verification.</source>
            <translation>Ob die Pfade des Profils stimmen, zeigt die erste Verifizierung.</translation>
        </message>
        <message>
            <source>The address answers; the API key was not proven</source>
            <translation>Die Adresse antwortet; der API-Schlüssel ist nicht nachgewiesen</translation>
        </message>
        <message>
            <source>A made-up key gets the same answer (%1), so this may be another server or path.</source>
            <translation>Ein erfundener Schlüssel bekommt dieselbe Antwort (%1), es kann also ein anderer Server oder Pfad sein.</translation>
        </message>
        <message>
            <source>The comparison with a made-up key got no answer that tells. Test again in a few minutes.</source>
            <translation>Der Vergleich mit einem erfundenen Schlüssel bekam keine Antwort, die etwas aussagt. In einigen Minuten erneut testen.</translation>
        </message>
        <message>
            <source>The API key makes a difference, but the answer is no JSON</source>
            <translation>Der API-Schlüssel macht einen Unterschied, aber die Antwort ist kein JSON</translation>
        </message>
        <message>
            <source>The server answers %1 without JSON: the status path may be wrong.</source>
            <translation>Der Server antwortet %1 ohne JSON: der Statuspfad kann falsch sein.</translation>
        </message>
        <message>
            <source>The address sends elsewhere: it is not the API&apos;s</source>
            <translation>Die Adresse leitet weiter: es ist nicht die der API</translation>
        </message>
        <message>
            <source>A page for people answers, not the API</source>
            <translation>Eine Seite für Menschen antwortet, nicht die API</translation>
        </message>
        <message>
            <source>The server answers %1 with HTML. Check the address and the paths of the profile.</source>
            <translation>Der Server antwortet %1 mit HTML. Die Adresse und die Pfade des Profils prüfen.</translation>
        </message>
    </context>
    <context>
        <name>Csv</name>
        <message>
            <source>Line %1: %2</source>
            <translation>Zeile %1: %2</translation>
        </message>
        <message>
            <source>This is no text file.</source>
            <translation>Das ist keine Textdatei.</translation>
        </message>
        <message>
            <source>this is no UTF-8. Save the file as CSV UTF-8.</source>
            <translation>das ist kein UTF-8. Speichern Sie die Datei als CSV UTF-8.</translation>
        </message>
        <message>
            <source>a quotation mark stands inside a cell. Put the whole cell in quotation marks.</source>
            <translation>ein Anführungszeichen steht in einer Zelle. Setzen Sie die ganze Zelle in Anführungszeichen.</translation>
        </message>
        <message>
            <source>The file has more than %1 lines.</source>
            <translation>Die Datei hat mehr als %1 Zeilen.</translation>
        </message>
        <message>
            <source>something follows the closing quotation mark.</source>
            <translation>nach dem schließenden Anführungszeichen folgt noch etwas.</translation>
        </message>
        <message>
            <source>a quotation mark is not closed.</source>
            <translation>ein Anführungszeichen ist nicht geschlossen.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>Die Datei ist leer.</translation>
        </message>
    </context>
    <context>
        <name>DecisionQuestion</name>
        <message>
            <source>You decide in the name of %1, and IdentityIQ shows it so.</source>
            <translation>Sie entscheiden im Namen von %1, und IdentityIQ zeigt es so.</translation>
        </message>
        <message>
            <source>Approve %1 for %2?</source>
            <translation>%1 für %2 genehmigen?</translation>
        </message>
        <message>
            <source>SailPoint grants it as soon as nobody else has to agree.</source>
            <translation>SailPoint gewährt es, sobald niemand sonst zustimmen muss.</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Genehmigen</translation>
        </message>
        <message>
            <source>Deny %1 for %2?</source>
            <translation>%1 für %2 ablehnen?</translation>
        </message>
        <message>
            <source>Whoever asked reads your comment.</source>
            <translation>Wer den Antrag stellte, liest Ihren Kommentar.</translation>
        </message>
        <message>
            <source>Deny</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>(their number is not known)</source>
            <translation>(ihre Zahl ist nicht bekannt)</translation>
        </message>
        <message>
            <source>Approve all of “%1”?</source>
            <translation>Alles von „%1“ genehmigen?</translation>
        </message>
        <message>
            <source>All %1 items keep their access.</source>
            <translation>Alle %1 Einträge behalten ihren Zugriff.</translation>
        </message>
        <message>
            <source>Approve all</source>
            <translation>Alles genehmigen</translation>
        </message>
        <message>
            <source>Revoke all of “%1”?</source>
            <translation>Alles von „%1“ entziehen?</translation>
        </message>
        <message>
            <source>All %1 items lose their access once it is signed off.</source>
            <translation>Alle %1 Einträge verlieren ihren Zugriff, sobald sie abgeschlossen ist.</translation>
        </message>
        <message>
            <source>Revoke all</source>
            <translation>Alles entziehen</translation>
        </message>
        <message>
            <source>Sign “%1” off?</source>
            <translation>„%1“ abschließen?</translation>
        </message>
        <message>
            <source>It ends the review. IdentityIQ then carries the decisions out.</source>
            <translation>Das beendet die Prüfung. IdentityIQ führt die Entscheidungen dann aus.</translation>
        </message>
        <message>
            <source>Sign off</source>
            <translation>Abschließen</translation>
        </message>
    </context>
    <context>
        <name>Diagnosis</name>
        <message>
            <source>Status queries get no answer. Check the network and the provider&apos;s address.</source>
            <translation>Statusabfragen bleiben ohne Antwort. Netz und Adresse des Anbieters prüfen.</translation>
        </message>
        <message>
            <source>The provider does not know this session. The status path of the tenant may be wrong.</source>
            <translation>Der Anbieter kennt diese Sitzung nicht. Der Statuspfad des Mandanten ist vielleicht falsch.</translation>
        </message>
        <message>
            <source>The provider no longer accepts the key. Replace it in Settings, Tenants.</source>
            <translation>Der Anbieter nimmt den Schlüssel nicht mehr an. Ersetzen in Einstellungen, Mandanten.</translation>
        </message>
        <message>
            <source>This computer&apos;s clock and the provider&apos;s differ by more than a minute. Set the clock.</source>
            <translation>Die Uhr dieses Rechners und die des Anbieters gehen mehr als eine Minute auseinander. Die Uhr stellen.</translation>
        </message>
        <message>
            <source>Callbacks were asked for, but the receiver does not run. Start it in Settings, Callback receiver.</source>
            <translation>Callbacks wurden verlangt, aber der Empfänger läuft nicht. Starten in Einstellungen, Callback-Empfänger.</translation>
        </message>
        <message>
            <source>Callbacks were asked for, and none came. The provider may not reach the callback address.</source>
            <translation>Callbacks wurden verlangt, und keiner kam. Der Anbieter erreicht die Callback-Adresse vielleicht nicht.</translation>
        </message>
        <message>
            <source>The link&apos;s lifetime is over. Start a new verification.</source>
            <translation>Die Gültigkeit des Links ist vorbei. Eine neue Prüfung beginnen.</translation>
        </message>
        <message>
            <source>Everything works; the person has not finished. Ask whether the link arrived.</source>
            <translation>Alles arbeitet; die Person ist nicht fertig. Fragen, ob der Link ankam.</translation>
        </message>
        <message numerus="yes">
            <source>This computer&apos;s clock is %n minute(s) slow</source>
            <translation>
                <numerusform>Die Uhr dieses Rechners geht %n Minute nach</numerusform>
                <numerusform>Die Uhr dieses Rechners geht %n Minuten nach</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This computer&apos;s clock is %n minute(s) fast</source>
            <translation>
                <numerusform>Die Uhr dieses Rechners geht %n Minute vor</numerusform>
                <numerusform>Die Uhr dieses Rechners geht %n Minuten vor</numerusform>
            </translation>
        </message>
        <message>
            <source>The provider&apos;s status says “%1”, a word that is not known here. It decides nothing. Look at the session at the provider, or end it and start a new verification.</source>
            <translation>Der Status des Anbieters sagt „%1“, ein Wort, das hier nicht bekannt ist. Es entscheidet nichts. Die Sitzung beim Anbieter ansehen, oder sie beenden und eine neue Prüfung starten.</translation>
        </message>
        <message>
            <source>The provider answers, but not with a result that can be read. The tenant&apos;s status path may be wrong.</source>
            <translation>Der Anbieter antwortet, aber nicht mit einem lesbaren Ergebnis. Der Statuspfad des Mandanten ist vielleicht falsch.</translation>
        </message>
        <message>
            <source>The provider answers, but the field “%1” of its answer cannot be used. Nothing of it counts. Look at the session at the provider, or end it and start a new verification.</source>
            <translation>Der Anbieter antwortet, aber das Feld „%1“ seiner Antwort ist nicht verwendbar. Nichts davon zählt. Die Sitzung beim Anbieter ansehen, oder sie beenden und eine neue Prüfung starten.</translation>
        </message>
        <message>
            <source>This provider has no status query: only a callback tells whether the person has finished. Ask the person.</source>
            <translation>Dieser Anbieter hat keine Statusabfrage: Nur ein Rückruf sagt, ob die Person fertig ist. Die Person fragen.</translation>
        </message>
        <message>
            <source>%1. Whether the person has finished is not known. Ask the person, or look at the session at the provider.</source>
            <translation>%1. Ob die Person fertig ist, ist nicht bekannt. Die Person fragen oder die Sitzung beim Anbieter ansehen.</translation>
        </message>
    </context>
    <context>
        <name>Drift</name>
        <message>
            <source>This console does not write to SailPoint for this tenant (write-back: none).</source>
            <translation>Diese Konsole schreibt für diesen Mandanten nicht nach SailPoint (Rückschreiben: keines).</translation>
        </message>
        <message>
            <source>SailPoint agrees by now; nothing was written.</source>
            <translation>SailPoint stimmt inzwischen überein; nichts wurde geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>EventRules</name>
        <message>
            <source>the identity verification is overdue</source>
            <translation>die Identitätsprüfung ist überfällig</translation>
        </message>
        <message>
            <source>the identity is not verified</source>
            <translation>die Identität ist nicht geprüft</translation>
        </message>
        <message>
            <source>the identity is verified at a lower level than IAL%1</source>
            <translation>die Identität ist auf einer niedrigeren Stufe als IAL%1 geprüft</translation>
        </message>
        <message>
            <source>Identity verification is in order.</source>
            <translation>Die Identitätsprüfung ist in Ordnung.</translation>
        </message>
        <message>
            <source>Not approved: %1. Ask again after the verification.</source>
            <translation>Nicht genehmigt: %1. Beantragen Sie es nach der Prüfung erneut.</translation>
        </message>
        <message>
            <source>Is new in SailPoint</source>
            <translation>Ist neu in SailPoint</translation>
        </message>
        <message>
            <source>Was changed in SailPoint</source>
            <translation>Wurde in SailPoint geändert</translation>
        </message>
        <message>
            <source>Asks for access: %1</source>
            <translation>Beantragt Zugriff: %1</translation>
        </message>
        <message>
            <source>A request for access was decided: %1</source>
            <translation>Über einen Zugriffsantrag wurde entschieden: %1</translation>
        </message>
        <message>
            <source>Access review began: %1</source>
            <translation>Zugriffsüberprüfung begann: %1</translation>
        </message>
        <message>
            <source>New non-employee</source>
            <translation>Neue externe Person</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>Neue Person</translation>
        </message>
        <message>
            <source>Privileged access</source>
            <translation>Privilegierter Zugriff</translation>
        </message>
        <message>
            <source>Access review begins: whoever runs it</source>
            <translation>Zugriffsüberprüfung beginnt: wer sie durchführt</translation>
        </message>
        <message>
            <source>At most 50 rules.</source>
            <translation>Höchstens 50 Regeln.</translation>
        </message>
        <message>
            <source>Between 1 and 500 verifications an hour start by themselves.</source>
            <translation>In einer Stunde starten zwischen 1 und 500 Prüfungen von selbst.</translation>
        </message>
        <message>
            <source>A rule has a name of its own, at most 80 characters.</source>
            <translation>Eine Regel hat einen eigenen Namen mit höchstens 80 Zeichen.</translation>
        </message>
        <message>
            <source>There are no rules for this trigger.</source>
            <translation>Für diesen Trigger gibt es keine Regeln.</translation>
        </message>
        <message>
            <source>Only new and changed identities bring attributes.</source>
            <translation>Nur neue und geänderte Identitäten bringen Attribute mit.</translation>
        </message>
        <message>
            <source>A new or changed identity asks for no access.</source>
            <translation>Eine neue oder geänderte Identität beantragt keinen Zugriff.</translation>
        </message>
        <message>
            <source>Name the attribute that has to have this value.</source>
            <translation>Nennen Sie das Attribut, das diesen Wert haben muss.</translation>
        </message>
        <message>
            <source>Name the attribute whose change matters.</source>
            <translation>Nennen Sie das Attribut, auf dessen Änderung es ankommt.</translation>
        </message>
        <message>
            <source>The assurance level is 1 or 2.</source>
            <translation>Die Vertrauensstufe ist 1 oder 2.</translation>
        </message>
        <message>
            <source>What starts by itself is sent by text message or e-mail: nobody is there to show a code.</source>
            <translation>Was von selbst startet, wird per SMS oder E-Mail gesendet: Niemand ist da, der einen Code zeigt.</translation>
        </message>
        <message>
            <source>Account recovery begins with a caller, never with an event.</source>
            <translation>Eine Kontowiederherstellung beginnt mit einem Anruf, nie mit einem Ereignis.</translation>
        </message>
        <message>
            <source>No rule asks for an identity verification here; none was looked at.</source>
            <translation>Keine Regel verlangt hier eine Identitätsprüfung; es wurde keine angesehen.</translation>
        </message>
    </context>
    <context>
        <name>Events</name>
        <message>
            <source>The token or password has at least 16 characters.</source>
            <translation>Token oder Kennwort hat mindestens 16 Zeichen.</translation>
        </message>
        <message>
            <source>There is nothing to change.</source>
            <translation>Es gibt nichts zu ändern.</translation>
        </message>
        <message>
            <source>SailPoint does not read this as JSONPath.</source>
            <translation>SailPoint liest das nicht als JSONPath.</translation>
        </message>
        <message>
            <source>The filter is readable, but nothing of this input fits it.</source>
            <translation>Der Filter ist lesbar, aber nichts an dieser Eingabe passt dazu.</translation>
        </message>
        <message>
            <source>Test invocations reach every live subscriber of this production tenant. Say yes to it first.</source>
            <translation>Testaufrufe erreichen jeden, der bei diesem produktiven Mandanten abonniert hat. Das ist vorher zu bejahen.</translation>
        </message>
        <message>
            <source>An invocation is completed with its own secret.</source>
            <translation>Ein Aufruf wird mit seinem eigenen Geheimnis abgeschlossen.</translation>
        </message>
        <message>
            <source>SailPoint does not hand out the token: for another address or sign-in it has to be entered once more, with at least 16 characters.</source>
            <translation>SailPoint gibt das Token nicht heraus: Für eine andere Adresse oder Anmeldung ist es noch einmal einzugeben, mit mindestens 16 Zeichen.</translation>
        </message>
        <message>
            <source>Only the client of the workflow that this tenant&apos;s results are sent to is kept: another one&apos;s would take its place.</source>
            <translation>Aufbewahrt wird nur der Client des Workflows, an den die Ergebnisse dieses Mandanten gehen: Ein anderer träte an seine Stelle.</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>The console holds nothing about this.</source>
            <translation>Die Konsole hat dazu nichts gespeichert.</translation>
        </message>
        <message>
            <source>What IDV Console holds, from tenant %1, made %2. It holds no images, document numbers, birth dates or addresses of documents.</source>
            <translation>Was die IDV Console gespeichert hat, aus Mandant %1, erstellt %2. Sie hat keine Bilder, Dokumentnummern, Geburtsdaten oder Anschriften aus Dokumenten.</translation>
        </message>
        <message>
            <source>Verifications</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <source>None.</source>
            <translation>Keine.</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Name on it</source>
            <translation>Name darauf</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Bedienende Person</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>Sent to</source>
            <translation>Gesendet an</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Sitzung</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>Entries of the audit log</source>
            <translation>Einträge des Protokolls</translation>
        </message>
        <message>
            <source>(removed)</source>
            <translation>(entfernt)</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Aufgezeichnet</translation>
        </message>
        <message>
            <source>The log itself, with the values of these entries only, is %1, SHA-256 %2. Prove it with: idvctl audit verify FILE --key KEY.</source>
            <translation>Das Protokoll selbst, mit den Werten nur dieser Einträge, ist %1, SHA-256 %2. Prüfen Sie es mit: idvctl audit verify DATEI --key SCHLÜSSEL.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
    </context>
    <context>
        <name>Exemption</name>
        <message>
            <source>%1, as typed by %2; did not sign in</source>
            <translation>%1, eingetippt von %2; nicht angemeldet</translation>
        </message>
        <message>
            <source>%1 (signed in)</source>
            <translation>%1 (angemeldet)</translation>
        </message>
    </context>
    <context>
        <name>ExportFile</name>
        <message>
            <source>This export has two files: give it a name instead of the standard output.</source>
            <translation>Dieser Export hat zwei Dateien: Geben Sie ihm einen Namen statt der Standardausgabe.</translation>
        </message>
        <message>
            <source>The file cannot be written: %1</source>
            <translation>Die Datei kann nicht geschrieben werden: %1</translation>
        </message>
        <message>
            <source>%1 is written beside it, and is there already. Nothing was written: choose another name, or move that file away.</source>
            <translation>%1 wird daneben geschrieben und ist schon da. Nichts wurde geschrieben: Wählen Sie einen anderen Namen, oder legen Sie jene Datei beiseite.</translation>
        </message>
    </context>
    <context>
        <name>FileText</name>
        <message>
            <source>The file is larger than %1 MB.</source>
            <translation>Die Datei ist größer als %1 MB.</translation>
        </message>
    </context>
    <context>
        <name>Http</name>
        <message>
            <source>The request has no usable method. Nothing was sent.</source>
            <translation>Die Anfrage hat keine brauchbare Methode. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The request has no usable address: a sign in it may not be sent. Nothing was sent.</source>
            <translation>Die Anfrage hat keine brauchbare Adresse: ein Zeichen darin darf nicht gesendet werden. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The path of the request holds a control character, or a part that leads elsewhere. Nothing was sent.</source>
            <translation>Der Pfad der Anfrage enthält ein Steuerzeichen oder einen Teil, der woandershin führt. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>A header of the request has no usable name. Nothing was sent.</source>
            <translation>Eine Kopfzeile der Anfrage hat keinen brauchbaren Namen. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The key or token holds a line end or another character that may not be sent. Nothing was sent: replace it in Settings, Tenants.</source>
            <translation>Der Schlüssel oder das Token enthält ein Zeilenende oder ein anderes Zeichen, das nicht gesendet werden darf. Es wurde nichts gesendet: unter Einstellungen, Mandanten ersetzen.</translation>
        </message>
        <message>
            <source>The value of the header %1 holds a line end or another character that may not be sent. Nothing was sent.</source>
            <translation>Der Wert der Kopfzeile %1 enthält ein Zeilenende oder ein anderes Zeichen, das nicht gesendet werden darf. Es wurde nichts gesendet.</translation>
        </message>
    </context>
    <context>
        <name>IdentityIq</name>
        <message>
            <source>The plug-in is part of the same server: its address begins as the tenant&apos;s does.</source>
            <translation>Das Plug-in gehört zum selben Server: Seine Adresse beginnt wie die des Mandanten.</translation>
        </message>
        <message>
            <source>The state of an approved work item is one word, as in IdentityIQ: Finished.</source>
            <translation>Der Zustand einer genehmigten Aufgabe ist ein Wort, wie in IdentityIQ: Finished.</translation>
        </message>
        <message>
            <source>The state of a denied work item is one word, as in IdentityIQ.</source>
            <translation>Der Zustand einer abgelehnten Aufgabe ist ein Wort, wie in IdentityIQ.</translation>
        </message>
        <message>
            <source>The same state cannot both approve and deny.</source>
            <translation>Derselbe Zustand kann nicht zugleich genehmigen und ablehnen.</translation>
        </message>
        <message>
            <source>Sign-in with the API client</source>
            <translation>Anmeldung mit dem API-Client</translation>
        </message>
        <message>
            <source>Nothing works.</source>
            <translation>Nichts funktioniert.</translation>
        </message>
        <message>
            <source>REST services (ping)</source>
            <translation>REST-Dienste (Ping)</translation>
        </message>
        <message>
            <source>Plug-ins are out of reach.</source>
            <translation>Plug-ins sind nicht erreichbar.</translation>
        </message>
        <message>
            <source>SCIM 2.0 services</source>
            <translation>SCIM-2.0-Dienste</translation>
        </message>
        <message>
            <source>People come from the plug-in, and results cannot be written.</source>
            <translation>Personen kommen aus dem Plug-in, und Ergebnisse lassen sich nicht schreiben.</translation>
        </message>
        <message>
            <source>People (SCIM Users)</source>
            <translation>Personen (SCIM Users)</translation>
        </message>
        <message>
            <source>People come from the plug-in, only active ones.</source>
            <translation>Personen kommen aus dem Plug-in, nur aktive.</translation>
        </message>
        <message>
            <source>Start workflows (SCIM LaunchedWorkflows)</source>
            <translation>Workflows starten (SCIM LaunchedWorkflows)</translation>
        </message>
        <message>
            <source>Results can only be written by replacing the person&apos;s record.</source>
            <translation>Ergebnisse lassen sich nur schreiben, indem der Datensatz der Person ersetzt wird.</translation>
        </message>
        <message>
            <source>Plug-in: people</source>
            <translation>Plug-in: Personen</translation>
        </message>
        <message>
            <source>People come from SCIM alone.</source>
            <translation>Personen kommen allein aus SCIM.</translation>
        </message>
        <message>
            <source>Plug-in: work items</source>
            <translation>Plug-in: Aufgaben</translation>
        </message>
        <message>
            <source>Approvals are decided in IdentityIQ, not here.</source>
            <translation>Genehmigungen werden in IdentityIQ entschieden, nicht hier.</translation>
        </message>
        <message>
            <source>Plug-in: access requests</source>
            <translation>Plug-in: Zugriffsanträge</translation>
        </message>
        <message>
            <source>The history of a request is not shown.</source>
            <translation>Der Verlauf eines Antrags wird nicht gezeigt.</translation>
        </message>
        <message>
            <source>Plug-in: access reviews</source>
            <translation>Plug-in: Zugriffsüberprüfungen</translation>
        </message>
        <message>
            <source>Access reviews are not listed.</source>
            <translation>Zugriffsüberprüfungen werden nicht aufgeführt.</translation>
        </message>
        <message>
            <source>What answers suggests a version before 8.1, which the console does not support. This is a guess: IdentityIQ does not tell its version.</source>
            <translation>Was antwortet, deutet auf eine Version vor 8.1 hin, die die Konsole nicht unterstützt. Das ist eine Vermutung: IdentityIQ nennt seine Version nicht.</translation>
        </message>
        <message>
            <source>The state of a signed review is one word, as in IdentityIQ.</source>
            <translation>Der Zustand einer abgeschlossenen Prüfung ist ein Wort, wie in IdentityIQ.</translation>
        </message>
    </context>
    <context>
        <name>Ledger</name>
        <message>
            <source>The copy of the ledger cannot be written: %1</source>
            <translation>Die Kopie des Hauptbuchs kann nicht geschrieben werden: %1</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is there and cannot be read as a ledger. Nothing was changed: move it away first.</source>
            <translation>„%1“ ist da und kann nicht als Hauptbuch gelesen werden. Nichts wurde geändert: Legen Sie es zuerst beiseite.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; holds no entries, though copies of tenants lie beside it: the ledger was lost or emptied. Nothing was changed. Put a backup back (idvctl restore FILE), or move the whole folder away to start anew.</source>
            <translation>„%1“ enthält keine Einträge, obwohl Kopien von Mandanten daneben liegen: Das Hauptbuch ging verloren oder wurde geleert. Nichts wurde geändert. Stellen Sie eine Sicherung wieder her (idvctl restore DATEI), oder legen Sie den ganzen Ordner beiseite, um neu zu beginnen.</translation>
        </message>
    </context>
    <context>
        <name>Loosening</name>
        <message>
            <source>Signatures of callbacks have no age: an old one counts for ever.</source>
            <translation>Signaturen von Callbacks haben kein Alter: Eine alte gilt für immer.</translation>
        </message>
        <message>
            <source>What a result says is read at other places, or by other words.</source>
            <translation>Was ein Ergebnis sagt, wird an anderen Stellen oder mit anderen Wörtern gelesen.</translation>
        </message>
        <message>
            <source>A pass without a signature is believed.</source>
            <translation>Einem Erfolg ohne Signatur wird geglaubt.</translation>
        </message>
        <message>
            <source>Senders of callbacks do not have to sign in.</source>
            <translation>Absender von Callbacks müssen sich nicht anmelden.</translation>
        </message>
        <message>
            <source>Other computers can reach the callback receiver.</source>
            <translation>Andere Computer erreichen den Callback-Empfänger.</translation>
        </message>
        <message>
            <source>The callback receiver starts by itself.</source>
            <translation>Der Callback-Empfänger startet von selbst.</translation>
        </message>
        <message>
            <source>Events of SailPoint are taken.</source>
            <translation>Ereignisse von SailPoint werden angenommen.</translation>
        </message>
        <message>
            <source>Older signatures are accepted.</source>
            <translation>Ältere Signaturen werden angenommen.</translation>
        </message>
        <message>
            <source>Requests of other approvers are decided in their name.</source>
            <translation>Über Anträge anderer Genehmigender wird in deren Namen entschieden.</translation>
        </message>
        <message>
            <source>Results are written to SailPoint.</source>
            <translation>Ergebnisse werden in SailPoint geschrieben.</translation>
        </message>
        <message>
            <source>Its address on this computer is a tunnel to a real tenant.</source>
            <translation>Die Adresse auf diesem Computer ist ein Tunnel zu einem echten Mandanten.</translation>
        </message>
        <message>
            <source>Certificates of an authority of its own are believed.</source>
            <translation>Zertifikaten einer eigenen Zertifizierungsstelle wird geglaubt.</translation>
        </message>
        <message>
            <source>A verification lasts longer than usual.</source>
            <translation>Eine Prüfung gilt länger als üblich.</translation>
        </message>
        <message>
            <source>Personal data is removed sooner than usual, once its removal is switched on.</source>
            <translation>Personenbezogene Daten werden früher als üblich entfernt, sobald das Entfernen eingeschaltet ist.</translation>
        </message>
        <message>
            <source>What is stored of the verification policy cannot be read, and is replaced.</source>
            <translation>Die gespeicherte Prüfrichtlinie lässt sich nicht lesen und wird ersetzt.</translation>
        </message>
        <message>
            <source>Ticket numbers have another form, or none.</source>
            <translation>Ticketnummern haben eine andere Form oder keine.</translation>
        </message>
        <message>
            <source>A lower assurance level is enough.</source>
            <translation>Eine niedrigere Vertrauensstufe genügt.</translation>
        </message>
        <message>
            <source>A difference of names is no longer decided by a person.</source>
            <translation>Über eine Abweichung von Namen entscheidet kein Mensch mehr.</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>%1 cannot be reached</source>
            <translation>%1 ist nicht erreichbar</translation>
        </message>
        <message>
            <source>Check the address and this computer&apos;s network. You can keep reading the local copy.</source>
            <translation>Adresse und Netz dieses Rechners prüfen. Die lokale Kopie bleibt lesbar.</translation>
        </message>
        <message>
            <source>No answer from %1</source>
            <translation>Keine Antwort von %1</translation>
        </message>
        <message>
            <source>It took too long. Try again in a few minutes.</source>
            <translation>Es dauerte zu lange. In einigen Minuten erneut versuchen.</translation>
        </message>
        <message>
            <source>The server&apos;s certificate does not match</source>
            <translation>Das Zertifikat des Servers passt nicht</translation>
        </message>
        <message>
            <source>Do not continue before someone has checked this. A company certificate can be added to the tenant.</source>
            <translation>Erst weitermachen, wenn das geprüft ist. Ein Firmenzertifikat kann beim Mandanten ergänzt werden.</translation>
        </message>
        <message>
            <source>%1 does not accept the API key</source>
            <translation>%1 nimmt den API-Schlüssel nicht an</translation>
        </message>
        <message>
            <source>It was replaced or has expired. Replace it in Settings, Tenants.</source>
            <translation>Er wurde ersetzt oder ist abgelaufen. Ersetzen unter Einstellungen, Mandanten.</translation>
        </message>
        <message>
            <source>%1 does not accept the client ID and secret</source>
            <translation>%1 nimmt Client-ID und Secret nicht an</translation>
        </message>
        <message>
            <source>The secret was replaced or has expired. You can keep reading the local copy.</source>
            <translation>Das Secret wurde ersetzt oder ist abgelaufen. Die lokale Kopie bleibt lesbar.</translation>
        </message>
        <message>
            <source>%1 refused the request</source>
            <translation>%1 hat die Anfrage abgelehnt</translation>
        </message>
        <message>
            <source>This API client lacks a scope or user level. An administrator can allow it.</source>
            <translation>Diesem API-Client fehlt ein Scope oder eine Benutzerstufe. Ein Administrator kann es erlauben.</translation>
        </message>
        <message>
            <source>%1 does not know this address or person</source>
            <translation>%1 kennt diese Adresse oder Person nicht</translation>
        </message>
        <message>
            <source>It was deleted, or the tenant&apos;s address or path is not right.</source>
            <translation>Sie wurde gelöscht, oder Adresse oder Pfad des Mandanten stimmen nicht.</translation>
        </message>
        <message>
            <source>%1 asked us to wait</source>
            <translation>%1 bittet zu warten</translation>
        </message>
        <message>
            <source>It continues by itself. Nothing is lost.</source>
            <translation>Es geht von selbst weiter. Nichts ist verloren.</translation>
        </message>
        <message>
            <source>%1 did not accept the data</source>
            <translation>%1 hat die Daten nicht angenommen</translation>
        </message>
        <message>
            <source>Nothing was changed. The details name the part at fault.</source>
            <translation>Nichts wurde geändert. Die Details nennen die Stelle.</translation>
        </message>
        <message>
            <source>%1 has a problem (%2)</source>
            <translation>%1 hat ein Problem (%2)</translation>
        </message>
        <message>
            <source>Try again in a few minutes.</source>
            <translation>In einigen Minuten erneut versuchen.</translation>
        </message>
        <message>
            <source>%1 sent an answer that cannot be read</source>
            <translation>%1 hat eine unlesbare Antwort gesendet</translation>
        </message>
        <message>
            <source>Nothing of it was used. The details hold the request ID for support.</source>
            <translation>Nichts davon wurde verwendet. Die Details enthalten die Anfrage-ID für den Support.</translation>
        </message>
        <message>
            <source>The local data cannot be used</source>
            <translation>Die lokalen Daten sind nicht verwendbar</translation>
        </message>
        <message>
            <source>The keychain cannot be used</source>
            <translation>Der Schlüsselbund ist nicht verwendbar</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Nothing more happens.</source>
            <translation>Es geschieht nichts weiter.</translation>
        </message>
        <message>
            <source>Something went wrong in the console</source>
            <translation>In der Konsole ist etwas schiefgegangen</translation>
        </message>
        <message>
            <source>Copy the details and report them.</source>
            <translation>Details kopieren und melden.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>Vendor&apos;s text</source>
            <translation>Text des Anbieters</translation>
        </message>
        <message>
            <source>Tracking ID</source>
            <translation>Tracking-ID</translation>
        </message>
        <message>
            <source>Request ID</source>
            <translation>Anfrage-ID</translation>
        </message>
        <message>
            <source>%1 reports a conflict</source>
            <translation>%1 meldet einen Konflikt</translation>
        </message>
        <message>
            <source>It is there already, or somebody changed it meanwhile. Look at it again.</source>
            <translation>Es ist schon da, oder jemand hat es inzwischen geändert. Bitte noch einmal ansehen.</translation>
        </message>
    </context>
    <context>
        <name>NameList</name>
        <message>
            <source>Copy all</source>
            <translation>Alles kopieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>and %L1 more</source>
            <translation>und %L1 weitere</translation>
        </message>
    </context>
    <context>
        <name>NameMatch</name>
        <message>
            <source>letter case</source>
            <translation>Groß- und Kleinschreibung</translation>
        </message>
        <message>
            <source>accents</source>
            <translation>Akzente</translation>
        </message>
        <message>
            <source>letters written out as in a passport</source>
            <translation>ausgeschriebene Buchstaben wie im Reisepass</translation>
        </message>
        <message>
            <source>hyphen, apostrophe or space</source>
            <translation>Bindestrich, Apostroph oder Leerzeichen</translation>
        </message>
        <message>
            <source>order of the parts</source>
            <translation>Reihenfolge der Teile</translation>
        </message>
        <message>
            <source>a particle is left out</source>
            <translation>ein Namenszusatz fehlt</translation>
        </message>
        <message>
            <source>a middle name is left out</source>
            <translation>ein mittlerer Name fehlt</translation>
        </message>
        <message>
            <source>an initial stands for a middle name</source>
            <translation>ein Anfangsbuchstabe steht für einen mittleren Namen</translation>
        </message>
        <message>
            <source>a title is left out</source>
            <translation>ein Titel fehlt</translation>
        </message>
        <message>
            <source>a suffix such as Jr is left out</source>
            <translation>ein Zusatz wie Jr fehlt</translation>
        </message>
        <message>
            <source>cut at the end, as the machine-readable lines of a passport do</source>
            <translation>am Ende abgeschnitten wie in den maschinenlesbaren Zeilen eines Reisepasses</translation>
        </message>
        <message>
            <source>the underlined parts are not the same name</source>
            <translation>die unterstrichenen Teile sind nicht derselbe Name</translation>
        </message>
        <message>
            <source>the document lacks the underlined part</source>
            <translation>dem Ausweis fehlt der unterstrichene Teil</translation>
        </message>
        <message>
            <source>the directory lacks the underlined part</source>
            <translation>dem Verzeichnis fehlt der unterstrichene Teil</translation>
        </message>
        <message>
            <source>the middle names are different</source>
            <translation>die mittleren Namen sind verschieden</translation>
        </message>
        <message>
            <source>the suffixes (Jr, Sr, II) are different</source>
            <translation>die Zusätze (Jr, Sr, II) sind verschieden</translation>
        </message>
        <message>
            <source>one part is shortened</source>
            <translation>ein Teil ist gekürzt</translation>
        </message>
        <message>
            <source>one side holds no name</source>
            <translation>eine Seite enthält keinen Namen</translation>
        </message>
        <message>
            <source>the names are in different scripts</source>
            <translation>die Namen stehen in verschiedenen Schriften</translation>
        </message>
        <message>
            <source>letters of several scripts are mixed</source>
            <translation>Buchstaben mehrerer Schriften sind gemischt</translation>
        </message>
        <message>
            <source>one side is a single word</source>
            <translation>eine Seite ist ein einziges Wort</translation>
        </message>
        <message>
            <source>only an initial stands for a given or family name</source>
            <translation>nur ein Anfangsbuchstabe steht für Vor- oder Nachnamen</translation>
        </message>
        <message>
            <source>they differ in vowel marks only</source>
            <translation>sie unterscheiden sich nur in Vokalzeichen</translation>
        </message>
        <message>
            <source>one side is too long for a name</source>
            <translation>eine Seite ist zu lang für einen Namen</translation>
        </message>
        <message>
            <source>Same name.</source>
            <translation>Gleicher Name.</translation>
        </message>
        <message>
            <source>Same name, written differently: %1.</source>
            <translation>Gleicher Name, anders geschrieben: %1.</translation>
        </message>
        <message>
            <source>Different name: %1.</source>
            <translation>Anderer Name: %1.</translation>
        </message>
        <message>
            <source>Cannot compare: %1.</source>
            <translation>Nicht vergleichbar: %1.</translation>
        </message>
        <message>
            <source>Letters that look alike stand for each other: this may be meant to deceive.</source>
            <translation>Ähnlich aussehende Buchstaben stehen füreinander: Das kann eine Täuschung sein.</translation>
        </message>
        <message>
            <source>Probably the same name, but %1: by the settings a person decides.</source>
            <translation>Wahrscheinlich derselbe Name, aber %1: Nach den Einstellungen entscheidet ein Mensch.</translation>
        </message>
        <message>
            <source>the underlined words say that one side holds two names</source>
            <translation>die unterstrichenen Wörter sagen, dass eine Seite zwei Namen enthält</translation>
        </message>
        <message>
            <source>Probably the same name, but %1: for an account recovery a person decides.</source>
            <translation>Wahrscheinlich derselbe Name, aber %1: Bei einer Kontowiederherstellung entscheidet eine Person.</translation>
        </message>
        <message>
            <source>The directory&apos;s given and family name fit; its display name does not.</source>
            <translation>Vor- und Familienname des Verzeichnisses passen; sein Anzeigename passt nicht.</translation>
        </message>
        <message>
            <source>The display name fits; the directory&apos;s given or family name does not.</source>
            <translation>Der Anzeigename passt; Vor- oder Familienname des Verzeichnisses passt nicht.</translation>
        </message>
    </context>
    <context>
        <name>Operation</name>
        <message>
            <source>Delete identity</source>
            <translation>Identität löschen</translation>
        </message>
        <message>
            <source>Reset identity</source>
            <translation>Identität zurücksetzen</translation>
        </message>
        <message>
            <source>Invite</source>
            <translation>Einladen</translation>
        </message>
        <message>
            <source>Process identities</source>
            <translation>Identitäten verarbeiten</translation>
        </message>
        <message>
            <source>Synchronize attributes</source>
            <translation>Attribute abgleichen</translation>
        </message>
        <message>
            <source>Create identity profile</source>
            <translation>Identitätsprofil anlegen</translation>
        </message>
        <message>
            <source>Change identity profile</source>
            <translation>Identitätsprofil ändern</translation>
        </message>
        <message>
            <source>Delete identity profile</source>
            <translation>Identitätsprofil löschen</translation>
        </message>
        <message>
            <source>Import identity profiles</source>
            <translation>Identitätsprofile importieren</translation>
        </message>
        <message>
            <source>Refresh identities of a profile</source>
            <translation>Identitäten eines Profils neu berechnen</translation>
        </message>
        <message>
            <source>About to be asked for</source>
            <translation>Wird gleich angefordert</translation>
        </message>
        <message>
            <source>Refused: nothing was done</source>
            <translation>Abgelehnt: nichts wurde getan</translation>
        </message>
        <message>
            <source>No answer: it may have been done</source>
            <translation>Keine Antwort: es kann geschehen sein</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>Angefordert</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Still running</source>
            <translation>Läuft noch</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Submitted; SailPoint does not say when it is done</source>
            <translation>Übermittelt; SailPoint sagt nicht, wann es fertig ist</translation>
        </message>
        <message>
            <source>Owner of roles</source>
            <translation>Eigentümer von Rollen</translation>
        </message>
        <message>
            <source>Owner of sources</source>
            <translation>Eigentümer von Quellen</translation>
        </message>
        <message>
            <source>Owner of access profiles</source>
            <translation>Eigentümer von Zugriffsprofilen</translation>
        </message>
        <message>
            <source>Owner of certification campaigns</source>
            <translation>Eigentümer von Zertifizierungskampagnen</translation>
        </message>
        <message>
            <source>Owner of entitlements</source>
            <translation>Eigentümer von Berechtigungen</translation>
        </message>
        <message>
            <source>Owner of governance groups</source>
            <translation>Eigentümer von Governance-Gruppen</translation>
        </message>
        <message>
            <source>Owner of workflows</source>
            <translation>Eigentümer von Workflows</translation>
        </message>
        <message>
            <source>Create identity attribute</source>
            <translation>Identitätsattribut anlegen</translation>
        </message>
        <message>
            <source>Subscribe to an event trigger</source>
            <translation>Ereignis abonnieren</translation>
        </message>
        <message>
            <source>Change a subscription</source>
            <translation>Abonnement ändern</translation>
        </message>
        <message>
            <source>Delete a subscription</source>
            <translation>Abonnement löschen</translation>
        </message>
        <message>
            <source>Test an event trigger</source>
            <translation>Ereignis testen</translation>
        </message>
        <message>
            <source>Complete a trigger&apos;s invocation</source>
            <translation>Aufruf eines Ereignisses abschließen</translation>
        </message>
        <message>
            <source>Test a workflow</source>
            <translation>Workflow testen</translation>
        </message>
        <message>
            <source>Create a workflow&apos;s client</source>
            <translation>Client eines Workflows anlegen</translation>
        </message>
        <message>
            <source>Approve an access request</source>
            <translation>Einen Zugriffsantrag genehmigen</translation>
        </message>
        <message>
            <source>Deny an access request</source>
            <translation>Einen Zugriffsantrag ablehnen</translation>
        </message>
        <message>
            <source>Forward an access request</source>
            <translation>Einen Zugriffsantrag weiterleiten</translation>
        </message>
        <message>
            <source>Approve all of an access review</source>
            <translation>Alles in einer Zugriffsüberprüfung genehmigen</translation>
        </message>
        <message>
            <source>Revoke all of an access review</source>
            <translation>Alles in einer Zugriffsüberprüfung entziehen</translation>
        </message>
        <message>
            <source>Sign an access review off</source>
            <translation>Eine Zugriffsüberprüfung abschließen</translation>
        </message>
    </context>
    <context>
        <name>Operations</name>
        <message>
            <source>SailPoint does not say whether a refresh is needed, and is not asked for one. It also refreshes at 08:00 and 20:00.</source>
            <translation>SailPoint sagt nicht, ob eine Aktualisierung nötig ist, und wird um keine gebeten. Es aktualisiert auch um 08:00 und 20:00 Uhr.</translation>
        </message>
        <message>
            <source>SailPoint does not say whether the identities were refreshed.</source>
            <translation>SailPoint sagt nicht, ob die Identitäten aktualisiert wurden.</translation>
        </message>
        <message>
            <source>This identity owns something. Give it to somebody else in SailPoint first; nothing was deleted.</source>
            <translation>Diese Identität besitzt etwas. Übertragen Sie es zuerst in SailPoint; nichts wurde gelöscht.</translation>
        </message>
        <message>
            <source>SailPoint takes this once in ten seconds for a person.</source>
            <translation>SailPoint nimmt das je Person einmal in zehn Sekunden an.</translation>
        </message>
        <message>
            <source>The console ended before SailPoint answered. It is not asked again by itself; look in SailPoint.</source>
            <translation>Die Konsole endete, bevor SailPoint antwortete. Es wird nicht von selbst noch einmal angefordert; sehen Sie in SailPoint nach.</translation>
        </message>
        <message>
            <source>SailPoint&apos;s task ended with: %1</source>
            <translation>SailPoints Aufgabe endete mit: %1</translation>
        </message>
        <message>
            <source>An identity profile needs a name.</source>
            <translation>Ein Identitätsprofil braucht einen Namen.</translation>
        </message>
        <message>
            <source>An identity profile needs the id of its authoritative source.</source>
            <translation>Ein Identitätsprofil braucht die Kennung seiner maßgeblichen Quelle.</translation>
        </message>
        <message>
            <source>Somebody changed this identity profile meanwhile. Nothing was changed; look at it again.</source>
            <translation>Jemand hat dieses Identitätsprofil inzwischen geändert. Nichts wurde geändert; sehen Sie es noch einmal an.</translation>
        </message>
        <message>
            <source>Name at least one identity profile.</source>
            <translation>Nennen Sie mindestens ein Identitätsprofil.</translation>
        </message>
        <message>
            <source>What the import would overwrite could not be saved. Nothing was imported.</source>
            <translation>Was der Import überschreiben würde, ließ sich nicht sichern. Nichts wurde importiert.</translation>
        </message>
        <message>
            <source>The file holds no exported identity profiles: each one has an &quot;object&quot; with a name and an authoritative source.</source>
            <translation>Die Datei enthält keine exportierten Identitätsprofile: jedes hat ein &quot;object&quot; mit Namen und maßgeblicher Quelle.</translation>
        </message>
        <message>
            <source>The file holds no identity profile.</source>
            <translation>Die Datei enthält kein Identitätsprofil.</translation>
        </message>
        <message>
            <source>SailPoint took the file, but not all of it.</source>
            <translation>SailPoint nahm die Datei an, aber nicht alles darin.</translation>
        </message>
        <message>
            <source>No refresh is needed. SailPoint also refreshes at 08:00 and 20:00.</source>
            <translation>Keine Neuberechnung nötig. SailPoint rechnet auch um 08:00 und 20:00.</translation>
        </message>
        <message>
            <source>An identity attribute needs a name.</source>
            <translation>Ein Identitätsattribut braucht einen Namen.</translation>
        </message>
        <message>
            <source>SailPoint has this identity attribute already. Nothing was changed; check again.</source>
            <translation>SailPoint hat dieses Identitätsattribut schon. Es wurde nichts geändert; prüfen Sie noch einmal.</translation>
        </message>
        <message>
            <source>Another window or program has just decided about it, or is about to. Nothing was sent: look at it again in two minutes.</source>
            <translation>Ein anderes Fenster oder Programm hat gerade darüber entschieden oder ist dabei. Nichts wurde gesendet: Sehen Sie in zwei Minuten noch einmal nach.</translation>
        </message>
    </context>
    <context>
        <name>OutputFile</name>
        <message>
            <source>%1 is a terminal. Send it to a file or a program.</source>
            <translation>%1 ist ein Terminal. Leiten Sie es in eine Datei oder ein Programm.</translation>
        </message>
        <message>
            <source>Standard output</source>
            <translation>Die Standardausgabe</translation>
        </message>
        <message>
            <source>%1 is a link to another place. Nothing was written: choose another name.</source>
            <translation>%1 ist ein Verweis auf einen anderen Ort. Nichts wurde geschrieben: Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>%1 is no file. Nothing was written: choose another name.</source>
            <translation>%1 ist keine Datei. Nichts wurde geschrieben: Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 kann nicht geschrieben werden: %2</translation>
        </message>
    </context>
    <context>
        <name>PeopleFilter</name>
        <message>
            <source>none</source>
            <translation>keine Angabe</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>%1 weitere</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>ab %1</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>bis %1</translation>
        </message>
        <message>
            <source>phone on file</source>
            <translation>Telefon hinterlegt</translation>
        </message>
        <message>
            <source>e-mail on file</source>
            <translation>E-Mail hinterlegt</translation>
        </message>
        <message>
            <source>none on file</source>
            <translation>nichts hinterlegt</translation>
        </message>
        <message>
            <source>Profile: %1</source>
            <translation>Profil: %1</translation>
        </message>
        <message>
            <source>Lifecycle: %1</source>
            <translation>Lebenszyklus: %1</translation>
        </message>
        <message>
            <source>SailPoint status: %1</source>
            <translation>SailPoint-Status: %1</translation>
        </message>
        <message>
            <source>IAL: %1</source>
            <translation>IAL: %1</translation>
        </message>
        <message>
            <source>Verified: %1</source>
            <translation>Verifiziert: %1</translation>
        </message>
        <message>
            <source>Due: %1</source>
            <translation>Fällig: %1</translation>
        </message>
        <message>
            <source>Contact: %1</source>
            <translation>Kontakt: %1</translation>
        </message>
        <message>
            <source>SailPoint could not process them</source>
            <translation>SailPoint konnte sie nicht verarbeiten</translation>
        </message>
    </context>
    <context>
        <name>PeopleList</name>
        <message>
            <source>found</source>
            <translation>gefunden</translation>
        </message>
        <message>
            <source>nobody has this id, e-mail, alias or employee number</source>
            <translation>niemand hat diese ID, E-Mail, diesen Alias oder diese Personalnummer</translation>
        </message>
        <message>
            <source>several people have this; use the id</source>
            <translation>mehrere Personen haben das; nehmen Sie die ID</translation>
        </message>
        <message>
            <source>the same person as on an earlier line</source>
            <translation>dieselbe Person wie in einer früheren Zeile</translation>
        </message>
        <message>
            <source>the cell is empty</source>
            <translation>die Zelle ist leer</translation>
        </message>
    </context>
    <context>
        <name>PeopleModel</name>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Bald fällig</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Never verified</source>
            <translation>Nie geprüft</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Abgelaufen</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Not readable</source>
            <translation>Nicht lesbar</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine Angabe</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <source>Lifecycle</source>
            <translation>Lebenszyklus</translation>
        </message>
        <message>
            <source>IDV status</source>
            <translation>IDV-Status</translation>
        </message>
        <message>
            <source>IAL</source>
            <translation>IAL</translation>
        </message>
        <message>
            <source>Verified on</source>
            <translation>Geprüft am</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Employee number</source>
            <translation>Personalnummer</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Vorgesetzte Person</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>IDV session ID</source>
            <translation>IDV-Sitzungs-ID</translation>
        </message>
        <message>
            <source>Document type</source>
            <translation>Dokumenttyp</translation>
        </message>
        <message>
            <source>SailPoint status</source>
            <translation>SailPoint-Status</translation>
        </message>
        <message>
            <source>Changed in SailPoint</source>
            <translation>In SailPoint geändert</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Abgelaufen</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>%n Tag überfällig</numerusform>
                <numerusform>%n Tage überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Grace ends</source>
            <translation>Nachfrist endet</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Reset: idvVerified is false in SailPoint</source>
            <translation>Zurückgesetzt: idvVerified ist in SailPoint false</translation>
        </message>
        <message>
            <source>Withdrawn: SailPoint says %1</source>
            <translation>Zurückgezogen: SailPoint sagt %1</translation>
        </message>
        <message>
            <source>The verified date lies in the future. Repair in SailPoint</source>
            <translation>Das Prüfdatum liegt in der Zukunft. In SailPoint reparieren</translation>
        </message>
        <message>
            <source>The verified date is missing. Repair in SailPoint</source>
            <translation>Das Prüfdatum fehlt. In SailPoint reparieren</translation>
        </message>
        <message>
            <source>The verified date cannot be read: “%1”. Repair in SailPoint</source>
            <translation>Das Prüfdatum ist nicht lesbar: „%1“. In SailPoint reparieren</translation>
        </message>
        <message>
            <source>idvVerified cannot be read: “%1”</source>
            <translation>idvVerified ist nicht lesbar: „%1“</translation>
        </message>
        <message>
            <source>SailPoint contradicts itself: idvStatus says %1, idvVerified %2</source>
            <translation>SailPoint widerspricht sich: idvStatus sagt %1, idvVerified %2</translation>
        </message>
        <message>
            <source>Another name was verified: %1</source>
            <translation>Ein anderer Name wurde geprüft: %1</translation>
        </message>
        <message>
            <source>Date unusable</source>
            <translation>Datum unbrauchbar</translation>
        </message>
        <message>
            <source>In renewal</source>
            <translation>In Erneuerung</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurückgesetzt</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgezogen</translation>
        </message>
        <message>
            <source>Repair in SailPoint</source>
            <translation>In SailPoint reparieren</translation>
        </message>
        <message>
            <source>Not verified: in SailPoint idvVerified is “%1”, idvStatus “%2”</source>
            <translation>Nicht verifiziert: in SailPoint ist idvVerified „%1“, idvStatus „%2“</translation>
        </message>
    </context>
    <context>
        <name>PersonMenu</name>
        <message>
            <source>Not available offline.</source>
            <translation>Offline nicht verfügbar.</translation>
        </message>
        <message>
            <source>Invite</source>
            <translation>Einladen</translation>
        </message>
        <message>
            <source>Process</source>
            <translation>Verarbeiten</translation>
        </message>
        <message>
            <source>&amp;Synchronize attributes…</source>
            <translation>&amp;Attribute abgleichen…</translation>
        </message>
        <message>
            <source>again in %1 s</source>
            <translation>wieder in %1 s</translation>
        </message>
        <message>
            <source>Synchronize attributes</source>
            <translation>Attribute abgleichen</translation>
        </message>
        <message>
            <source>SailPoint writes this identity&apos;s attributes out to its accounts in other systems. It reads nothing back.</source>
            <translation>SailPoint schreibt die Attribute dieser Identität in ihre Konten anderer Systeme. Es liest nichts zurück.</translation>
        </message>
        <message>
            <source>Synchronize</source>
            <translation>Abgleichen</translation>
        </message>
        <message>
            <source>&amp;Process…</source>
            <translation>&amp;Verarbeiten…</translation>
        </message>
        <message>
            <source>&amp;Invite…</source>
            <translation>&amp;Einladen…</translation>
        </message>
        <message>
            <source>Send password reset…</source>
            <translation>Passwort zurücksetzen lassen…</translation>
        </message>
        <message>
            <source>opens in a verification for account recovery</source>
            <translation>öffnet sich in einer Prüfung zur Kontowiederherstellung</translation>
        </message>
        <message>
            <source>&amp;Reset…</source>
            <translation>&amp;Zurücksetzen…</translation>
        </message>
        <message>
            <source>Reset %1?</source>
            <translation>%1 zurücksetzen?</translation>
        </message>
        <message>
            <source>Sign-in data and elevated user levels in SailPoint are cleared; the person has to register anew.</source>
            <translation>Anmeldedaten und erhöhte Benutzerstufen in SailPoint werden gelöscht; die Person muss sich neu registrieren.</translation>
        </message>
        <message>
            <source>Reset identity</source>
            <translation>Identität zurücksetzen</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Löschen…</translation>
        </message>
        <message>
            <source>protected in SailPoint</source>
            <translation>in SailPoint geschützt</translation>
        </message>
        <message>
            <source>&amp;Copy ID</source>
            <translation>&amp;Kennung kopieren</translation>
        </message>
        <message>
            <source>&amp;Open in SailPoint</source>
            <translation>In SailPoint ö&amp;ffnen</translation>
        </message>
        <message>
            <source>this address has no pages for people</source>
            <translation>diese Adresse hat keine Seiten für Menschen</translation>
        </message>
        <message numerus="yes">
            <source>%n registered already; nobody is invited</source>
            <translation>
                <numerusform>%n ist schon registriert; niemand wird eingeladen</numerusform>
                <numerusform>%n sind schon registriert; niemand wird eingeladen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint sends an e-mail to %n person(s). The invitation is valid for seven days.</source>
            <translation>
                <numerusform>SailPoint schickt %n Person eine E-Mail. Die Einladung gilt sieben Tage.</numerusform>
                <numerusform>SailPoint schickt %n Personen eine E-Mail. Die Einladung gilt sieben Tage.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registered already and left out.</source>
            <translation>
                <numerusform>%n ist schon registriert und wird ausgelassen.</numerusform>
                <numerusform>%n sind schon registriert und werden ausgelassen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint computes the attributes and access of %n identity(ies) anew.</source>
            <translation>
                <numerusform>SailPoint berechnet Attribute und Zugriffe von %n Identität neu.</numerusform>
                <numerusform>SailPoint berechnet Attribute und Zugriffe von %n Identitäten neu.</numerusform>
            </translation>
        </message>
        <message>
            <source>Invite everyone not invited yet</source>
            <translation>Alle noch nicht Eingeladenen einladen</translation>
        </message>
        <message>
            <source>SailPoint sends an e-mail to everyone whom it has not invited yet, at most 1,000 people. It says nothing beforehand about how many that are. The invitations are valid for seven days.</source>
            <translation>SailPoint schickt allen, die es noch nicht eingeladen hat, eine E-Mail, höchstens 1.000 Personen. Wie viele das sind, sagt es vorher nicht. Die Einladungen gelten sieben Tage.</translation>
        </message>
        <message>
            <source>E&amp;xempt from renewal…</source>
            <translation>Von der Erneuerung &amp;ausnehmen…</translation>
        </message>
        <message>
            <source>What we &amp;hold…</source>
            <translation>Was wir &amp;gespeichert haben…</translation>
        </message>
        <message>
            <source>&amp;Evidence pack…</source>
            <translation>&amp;Nachweispaket…</translation>
        </message>
        <message>
            <source>Remove personal data here…</source>
            <translation>Personenbezogene Daten hier entfernen…</translation>
        </message>
        <message>
            <source>Remove what this console holds about %1?</source>
            <translation>Entfernen, was diese Konsole über %1 gespeichert hat?</translation>
        </message>
        <message>
            <source>Names and contacts of all closed verifications are removed for good. What happened, and when, stays on record. SailPoint and the provider are not touched; the local copy of SailPoint&apos;s data stays.</source>
            <translation>Namen und Kontakte aller abgeschlossenen Prüfungen werden endgültig entfernt. Was wann geschah, bleibt aufgezeichnet. SailPoint und der Anbieter bleiben unberührt; die lokale Kopie der SailPoint-Daten bleibt.</translation>
        </message>
        <message>
            <source>Remove personal data</source>
            <translation>Personenbezogene Daten entfernen</translation>
        </message>
        <message numerus="yes">
            <source>Personal data of %n verification(s) removed</source>
            <translation>
                <numerusform>Personenbezogene Daten von %n Prüfung entfernt</numerusform>
                <numerusform>Personenbezogene Daten von %n Prüfungen entfernt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>The pattern is no regular expression: %1.</source>
            <translation>Das Muster ist kein regulärer Ausdruck: %1.</translation>
        </message>
        <message>
            <source>The example does not match the pattern.</source>
            <translation>Das Beispiel passt nicht zum Muster.</translation>
        </message>
        <message>
            <source>A sentence is longer than 300 characters: nobody reads that out.</source>
            <translation>Ein Satz ist länger als 300 Zeichen: das liest niemand vor.</translation>
        </message>
        <message>
            <source>A reason starts with level 1 or 2 and with known documents.</source>
            <translation>Ein Grund beginnt mit Stufe 1 oder 2 und mit bekannten Dokumenten.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no difference of names that could be left to a person.</source>
            <translation>„%1“ ist kein Unterschied von Namen, der einem Menschen überlassen werden könnte.</translation>
        </message>
        <message>
            <source>The verification policy</source>
            <translation>Die Prüfrichtlinie</translation>
        </message>
        <message>
            <source>Settings, Verification, Reset this page, or idvctl settings import</source>
            <translation>Einstellungen, Prüfung, Diese Seite zurücksetzen, oder idvctl settings import</translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message>
            <source>Personal data is kept for 1 to 3,650 days.</source>
            <translation>Personenbezogene Daten werden 1 bis 3.650 Tage behalten.</translation>
        </message>
        <message>
            <source>A verification of this person is open, held, or its result is still being written. Close it first; nothing was removed.</source>
            <translation>Eine Prüfung dieser Person ist offen, zurückgehalten, oder ihr Ergebnis wird noch geschrieben. Schließen Sie sie zuerst ab; nichts wurde entfernt.</translation>
        </message>
        <message>
            <source>What is set for keeping personal data</source>
            <translation>Die Einstellung, wie lange personenbezogene Daten aufbewahrt werden,</translation>
        </message>
        <message>
            <source>Settings, Privacy, or idvctl privacy set with --on or --off and both numbers of days</source>
            <translation>Einstellungen, Datenschutz, oder idvctl privacy set mit --on oder --off und beiden Zahlen von Tagen</translation>
        </message>
    </context>
    <context>
        <name>Proposals</name>
        <message>
            <source>Somebody has decided about this proposal already.</source>
            <translation>Über diesen Vorschlag hat schon jemand entschieden.</translation>
        </message>
        <message>
            <source>The console ended while it was starting. Nothing was sent.</source>
            <translation>Die Konsole endete beim Starten. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>it could not be read whether the identity is verified</source>
            <translation>es ließ sich nicht lesen, ob die Identität geprüft ist</translation>
        </message>
        <message>
            <source>it could not be read in time whether the identity is verified</source>
            <translation>es ließ sich nicht rechtzeitig lesen, ob die Identität geprüft ist</translation>
        </message>
        <message>
            <source>the identity verification did not succeed</source>
            <translation>die Identitätsprüfung war nicht erfolgreich</translation>
        </message>
        <message>
            <source>More verifications than are allowed in an hour would have started by themselves.</source>
            <translation>Es wären mehr Prüfungen von selbst gestartet, als in einer Stunde erlaubt sind.</translation>
        </message>
        <message>
            <source>What is set as rules for events</source>
            <translation>Was als Regeln für Ereignisse gespeichert ist,</translation>
        </message>
        <message>
            <source>Lab, Event triggers, Rules…, or idvctl event-rules set FILE</source>
            <translation>Labor, Ereignisauslöser, Regeln…, oder idvctl event-rules set DATEI</translation>
        </message>
        <message>
            <source>An open verification of this person asks for less than this proposal. Let it end, or stop it in Sessions; then start this one.</source>
            <translation>Eine offene Prüfung dieser Person verlangt weniger als dieser Vorschlag. Ihr Ende abwarten oder sie unter Sitzungen beenden, dann diese starten.</translation>
        </message>
        <message>
            <source>The verification that was started asks for less than this proposal, which stays open.</source>
            <translation>Die gestartete Prüfung verlangt weniger als dieser Vorschlag; er bleibt offen.</translation>
        </message>
        <message>
            <source>the proposed verification was dismissed</source>
            <translation>die vorgeschlagene Prüfung wurde verworfen</translation>
        </message>
        <message>
            <source>it could not be read in time which rules there are</source>
            <translation>es ließ sich nicht rechtzeitig lesen, welche Regeln es gibt</translation>
        </message>
        <message>
            <source>the rules for events cannot be read here</source>
            <translation>die Regeln für Ereignisse lassen sich hier nicht lesen</translation>
        </message>
        <message>
            <source>it cannot be read whole for whom or for what it is, or it is for too many</source>
            <translation>es ist nicht vollständig lesbar, für wen oder wofür er ist, oder er ist für zu viele</translation>
        </message>
        <message>
            <source>the identity was verified at a lower level than is asked for by now, or its result was disputed since</source>
            <translation>die Identität wurde auf einer niedrigeren Stufe geprüft, als inzwischen verlangt wird, oder ihr Ergebnis wurde seither bestritten</translation>
        </message>
    </context>
    <context>
        <name>Readiness</name>
        <message>
            <source>Transform: %1</source>
            <translation>Transformation: %1</translation>
        </message>
        <message>
            <source>Rule: %1</source>
            <translation>Regel: %1</translation>
        </message>
    </context>
    <context>
        <name>ReadinessCheck</name>
        <message>
            <source>Readiness of %1</source>
            <translation>Bereitschaft von %1</translation>
        </message>
        <message>
            <source>Whether this one came through is not known. Check again in a few seconds.</source>
            <translation>Ob diese ankam, ist nicht bekannt. Prüfen Sie in einigen Sekunden noch einmal.</translation>
        </message>
        <message>
            <source>another check sent a probe at the same time</source>
            <translation>eine andere Prüfung hat zur selben Zeit eine Probe gesendet</translation>
        </message>
        <message>
            <source>Whether the signature comes along was not tried, because the key could not be used: %1</source>
            <translation>Ob die Signatur mitkommt, wurde nicht versucht, weil der Schlüssel nicht benutzt werden konnte: %1</translation>
        </message>
        <message>
            <source>Is the receiver running (Settings, Callback receiver; idvctl receive), and does this address lead to it?</source>
            <translation>Läuft der Empfänger (Einstellungen, Callback-Empfänger; idvctl receive), und führt diese Adresse zu ihm?</translation>
        </message>
        <message>
            <source>answered %1, and nothing came to a receiver of ours</source>
            <translation>beantwortet mit %1, und bei keinem unserer Empfänger kam etwas an</translation>
        </message>
        <message>
            <source>Seen from here nobody answers at the callback address. Check it, the relay and its certificate.</source>
            <translation>Von hier aus antwortet niemand an der Callback-Adresse. Prüfen Sie sie, das Relay und dessen Zertifikat.</translation>
        </message>
        <message>
            <source>What stands between changes the body, or leaves out the headers of the signature: the provider&apos;s messages would be refused.</source>
            <translation>Was dazwischensteht, ändert den Inhalt oder lässt die Kopfzeilen der Signatur weg: Die Nachrichten des Anbieters würden abgelehnt.</translation>
        </message>
        <message>
            <source>it came through without its signature</source>
            <translation>sie kam ohne ihre Signatur an</translation>
        </message>
        <message>
            <source>Whether what proves the sender comes along was not tried: a key that travels with the message is not sent to try it, and another&apos;s signing key is not here.</source>
            <translation>Ob mitkommt, was den Absender ausweist, wurde nicht geprüft: Ein Schlüssel, der mit der Nachricht reist, wird nicht zur Probe verschickt, und der Signaturschlüssel eines anderen liegt nicht hier.</translation>
        </message>
        <message>
            <source>it came through in %1 ms</source>
            <translation>sie kam in %1 ms an</translation>
        </message>
        <message>
            <source>Whether callbacks arrive is not known.</source>
            <translation>Ob Callbacks ankommen, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>A probe to the callback address</source>
            <translation>Eine Probe an die Callback-Adresse</translation>
        </message>
        <message>
            <source>Replace it before nothing works any more: Settings, Tenants, Access token…; or: idvctl tenant token NAME --rotate.</source>
            <translation>Ersetzen Sie es, bevor nichts mehr geht: Einstellungen, Mandanten, Zugriffstoken…; oder: idvctl tenant token NAME --rotate.</translation>
        </message>
        <message>
            <source>When it expires is not known. Give the client sp:my-personal-access-tokens:read.</source>
            <translation>Wann es abläuft, ist nicht bekannt. Geben Sie dem Client sp:my-personal-access-tokens:read.</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Zugriffstoken</translation>
        </message>
        <message>
            <source>Paths of SailPoint&apos;s API</source>
            <translation>Pfade der API von SailPoint</translation>
        </message>
        <message>
            <source>per service (v1) since %1, as SailPoint asked</source>
            <translation>je Dienst (v1) seit %1, wie SailPoint es verlangt</translation>
        </message>
        <message>
            <source>%1; no answer says that they end</source>
            <translation>%1; keine Antwort sagt, dass sie enden</translation>
        </message>
        <message>
            <source>%1 answers to %2 calls say that %3 ends</source>
            <translation>%1 Antworten auf %2 Aufrufe sagen, dass %3 endet</translation>
        </message>
        <message>
            <source>The per-service paths did not answer; they are tried again once a day. Until then nothing changes.</source>
            <translation>Die Pfade je Dienst haben nicht geantwortet; sie werden einmal am Tag wieder versucht. Bis dahin ändert sich nichts.</translation>
        </message>
        <message>
            <source>Edit the tenant and choose the paths “auto”, or: idvctl tenant set NAME --path-style auto. A path that SailPoint calls deprecated lives two more years.</source>
            <translation>Wählen Sie unter „Bearbeiten“ die Pfade „auto“, oder: idvctl tenant set NAME --path-style auto. Ein Pfad, den SailPoint als überholt bezeichnet, lebt noch zwei Jahre.</translation>
        </message>
        <message>
            <source>%1: this token may not read it</source>
            <translation>%1: dieses Token darf es nicht lesen</translation>
        </message>
        <message>
            <source>%1: could not be read</source>
            <translation>%1: ließ sich nicht lesen</translation>
        </message>
        <message>
            <source>Clock of %1 and of this computer</source>
            <translation>Uhr von %1 und von diesem Computer</translation>
        </message>
        <message>
            <source>%1 s apart</source>
            <translation>%1 s auseinander</translation>
        </message>
        <message>
            <source>Set this computer&apos;s clock; beyond five minutes signatures are refused.</source>
            <translation>Stellen Sie die Uhr dieses Computers; ab fünf Minuten werden Signaturen abgelehnt.</translation>
        </message>
        <message>
            <source>Identity attributes</source>
            <translation>Identitätsattribute</translation>
        </message>
        <message>
            <source>Whether results can be stored is not known.</source>
            <translation>Ob sich Ergebnisse speichern lassen, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Identity attribute %1</source>
            <translation>Identitätsattribut %1</translation>
        </message>
        <message>
            <source>does not exist</source>
            <translation>gibt es nicht</translation>
        </message>
        <message>
            <source>has another type than %1</source>
            <translation>hat einen anderen Typ als %1</translation>
        </message>
        <message>
            <source>exists</source>
            <translation>vorhanden</translation>
        </message>
        <message>
            <source>Create it in SailPoint, Identity attributes, as text.</source>
            <translation>Legen Sie es in SailPoint unter Identitätsattribute als Text an.</translation>
        </message>
        <message>
            <source>Identity profiles</source>
            <translation>Identitätsprofile</translation>
        </message>
        <message>
            <source>Whether the attributes are mapped is not known.</source>
            <translation>Ob die Attribute zugeordnet sind, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Profile %1</source>
            <translation>Profil %1</translation>
        </message>
        <message>
            <source>%1 of %2 mapped</source>
            <translation>%1 von %2 zugeordnet</translation>
        </message>
        <message>
            <source>Map the others under Profiles; SailPoint does not store what is not mapped.</source>
            <translation>Ordnen Sie die übrigen unter Profile zu; SailPoint speichert nicht, was nicht zugeordnet ist.</translation>
        </message>
        <message>
            <source>Flat-file source of the results</source>
            <translation>Flatfile-Quelle der Ergebnisse</translation>
        </message>
        <message>
            <source>Check its ID in Settings, Tenants, Write-back…</source>
            <translation>Prüfen Sie ihre Kennung unter Einstellungen, Mandanten, Rückschreiben…</translation>
        </message>
        <message>
            <source>Results go to the source %1</source>
            <translation>Ergebnisse gehen in die Quelle %1</translation>
        </message>
        <message>
            <source>SailPoint takes attribute changes on delimited-file sources only.</source>
            <translation>SailPoint nimmt Attributänderungen nur bei Quellen aus Textdateien an.</translation>
        </message>
        <message>
            <source>It is authoritative: the next aggregation overwrites the results. Use a source of its own.</source>
            <translation>Sie ist maßgeblich: die nächste Aggregation überschreibt die Ergebnisse. Nehmen Sie eine eigene Quelle.</translation>
        </message>
        <message>
            <source>Workflow of the results</source>
            <translation>Workflow der Ergebnisse</translation>
        </message>
        <message>
            <source>Whether it is enabled is not known.</source>
            <translation>Ob er eingeschaltet ist, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Workflow %1</source>
            <translation>Workflow %1</translation>
        </message>
        <message>
            <source>enabled</source>
            <translation>eingeschaltet</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>ausgeschaltet</translation>
        </message>
        <message>
            <source>Enable it in SailPoint; a disabled workflow takes the result and does nothing.</source>
            <translation>Schalten Sie ihn in SailPoint ein; ein ausgeschalteter nimmt das Ergebnis an und tut nichts.</translation>
        </message>
        <message>
            <source>The workflow&apos;s echo test answers</source>
            <translation>Der Echo-Test des Workflows antwortet</translation>
        </message>
        <message>
            <source>nothing was run</source>
            <translation>nichts wurde ausgeführt</translation>
        </message>
        <message>
            <source>Echo test of the workflow</source>
            <translation>Echo-Test des Workflows</translation>
        </message>
        <message>
            <source>Results cannot be written through it.</source>
            <translation>Ergebnisse lassen sich nicht darüber schreiben.</translation>
        </message>
        <message>
            <source>Results go by a PATCH of the identity</source>
            <translation>Ergebnisse gehen per PATCH der Identität</translation>
        </message>
        <message>
            <source>The console writes no results</source>
            <translation>Die Konsole schreibt keine Ergebnisse</translation>
        </message>
        <message>
            <source>No published version of SailPoint&apos;s API has this call. Choose another way in Settings, Tenants, Write-back…</source>
            <translation>Keine veröffentlichte Fassung von SailPoints API hat diesen Aufruf. Wählen Sie einen anderen Weg unter Einstellungen, Mandanten, Rückschreiben…</translation>
        </message>
        <message>
            <source>SailPoint or the provider has to write them.</source>
            <translation>SailPoint oder der Anbieter muss sie schreiben.</translation>
        </message>
        <message>
            <source>SailPoint needs no OAuth client for the provider</source>
            <translation>SailPoint braucht keinen OAuth-Client für den Anbieter</translation>
        </message>
        <message>
            <source>no callback address; status queries decide</source>
            <translation>keine Callback-Adresse; Statusabfragen entscheiden</translation>
        </message>
        <message>
            <source>callbacks go to %1</source>
            <translation>Callbacks gehen an %1</translation>
        </message>
        <message>
            <source>OAuth clients</source>
            <translation>OAuth-Clients</translation>
        </message>
        <message>
            <source>Whether the provider can call SailPoint is not known.</source>
            <translation>Ob der Anbieter SailPoint aufrufen kann, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>OAuth client for the provider&apos;s callback</source>
            <translation>OAuth-Client für den Callback des Anbieters</translation>
        </message>
        <message>
            <source>none has sp:workflow-execute:external</source>
            <translation>keiner hat sp:workflow-execute:external</translation>
        </message>
        <message>
            <source>Create one at the workflow&apos;s external trigger in SailPoint, and give its token to the provider.</source>
            <translation>Legen Sie einen am externen Auslöser des Workflows in SailPoint an und geben Sie sein Token dem Anbieter.</translation>
        </message>
        <message>
            <source>Search finds nobody</source>
            <translation>Die Suche findet niemanden</translation>
        </message>
        <message>
            <source>The index may not be built yet.</source>
            <translation>Der Index ist vielleicht noch nicht aufgebaut.</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>How many people can be reached is not known.</source>
            <translation>Wie viele Menschen erreichbar sind, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>People with an e-mail</source>
            <translation>Menschen mit E-Mail</translation>
        </message>
        <message>
            <source>People with a mobile number</source>
            <translation>Menschen mit Mobilnummer</translation>
        </message>
        <message>
            <source>%1 of %2 (%3 %)</source>
            <translation>%1 von %2 (%3 %)</translation>
        </message>
        <message>
            <source>The others get a QR code or a link.</source>
            <translation>Die übrigen bekommen einen QR-Code oder einen Link.</translation>
        </message>
        <message>
            <source>Event trigger subscriptions can be read</source>
            <translation>Abonnements von Ereignisauslösern sind lesbar</translation>
        </message>
        <message>
            <source>Event trigger subscriptions</source>
            <translation>Abonnements von Ereignisauslösern</translation>
        </message>
        <message>
            <source>Testing event triggers will be off.</source>
            <translation>Das Testen von Ereignisauslösern wird nicht gehen.</translation>
        </message>
        <message>
            <source>not known: no answer</source>
            <translation>nicht bekannt: keine Antwort</translation>
        </message>
        <message>
            <source>Token of a person</source>
            <translation>Token einer Person</translation>
        </message>
        <message>
            <source>Token without a person</source>
            <translation>Token ohne Person</translation>
        </message>
        <message>
            <source>Use a personal access token: an API client may not list identities, invite, import or send password resets.</source>
            <translation>Verwenden Sie ein persönliches Zugriffstoken: Ein API-Client darf Identitäten nicht auflisten, nicht einladen, nicht importieren und keine Kennwortrücksetzungen senden.</translation>
        </message>
        <message>
            <source>not refused by the token; not tried</source>
            <translation>vom Token nicht verweigert; nicht ausprobiert</translation>
        </message>
        <message>
            <source>The buttons for it stay disabled. Give the client one of: %1</source>
            <translation>Die Schaltflächen dafür bleiben gesperrt. Geben Sie dem Client einen von: %1</translation>
        </message>
        <message>
            <source>Values of the IDV attributes</source>
            <translation>Werte der IDV-Attribute</translation>
        </message>
        <message>
            <source>not known: no complete local copy yet</source>
            <translation>nicht bekannt: noch keine vollständige lokale Kopie</translation>
        </message>
        <message>
            <source>nobody has one yet</source>
            <translation>noch niemand hat einen</translation>
        </message>
        <message>
            <source>Values of %1</source>
            <translation>Werte von %1</translation>
        </message>
        <message>
            <source>; %1 cannot be read</source>
            <translation>; %1 nicht lesbar</translation>
        </message>
        <message>
            <source>They are not of the expected type and count for nothing. Look at the mapping&apos;s transform.</source>
            <translation>Sie haben nicht den erwarteten Typ und zählen nicht. Sehen Sie sich die Transformation der Zuordnung an.</translation>
        </message>
        <message>
            <source>its tokens end after %1 days</source>
            <translation>seine Token enden nach %1 Tagen</translation>
        </message>
        <message>
            <source>its tokens end after %1 minutes</source>
            <translation>seine Token enden nach %1 Minuten</translation>
        </message>
        <message>
            <source>last used %1</source>
            <translation>zuletzt benutzt %1</translation>
        </message>
        <message>
            <source>filled for %1</source>
            <translation>gefüllt bei %1</translation>
        </message>
        <message>
            <source>tried</source>
            <translation>ausprobiert</translation>
        </message>
        <message>
            <source>Whether something that was asked for is done cannot be seen.</source>
            <translation>Ob etwas Angefordertes erledigt ist, ist nicht zu sehen.</translation>
        </message>
        <message>
            <source>Add it in IdentityIQ as an extended identity attribute of type text.</source>
            <translation>Legen Sie es in IdentityIQ als erweitertes Identitätsattribut vom Typ Text an.</translation>
        </message>
        <message>
            <source>Results replace the person&apos;s record (SCIM)</source>
            <translation>Ergebnisse ersetzen den Datensatz der Person (SCIM)</translation>
        </message>
        <message>
            <source>the service answers; not tried</source>
            <translation>der Dienst antwortet; nicht versucht</translation>
        </message>
        <message>
            <source>Results cannot be written.</source>
            <translation>Ergebnisse lassen sich nicht schreiben.</translation>
        </message>
        <message>
            <source>Active accounts</source>
            <translation>Aktive Konten</translation>
        </message>
        <message>
            <source>cannot be read: no account counts as active, and no recovery can be completed</source>
            <translation>nicht lesbar: kein Konto gilt als aktiv, und keine Wiederherstellung lässt sich abschließen</translation>
        </message>
        <message>
            <source>for everybody in the local copy it is known whether the account is active</source>
            <translation>für alle in der lokalen Kopie ist bekannt, ob das Konto aktiv ist</translation>
        </message>
        <message numerus="yes">
            <source>of %n people it is not known: %1</source>
            <translation>
                <numerusform>von %n Person ist es nicht bekannt: %1</numerusform>
                <numerusform>von %n Personen ist es nicht bekannt: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint&apos;s lifecycle states of %n profile(s) could not be read</source>
            <translation>
                <numerusform>die Lebenszyklusstatus von %n Profil in SailPoint waren nicht lesbar</numerusform>
                <numerusform>die Lebenszyklusstatus von %n Profilen in SailPoint waren nicht lesbar</numerusform>
            </translation>
        </message>
        <message>
            <source>A recovery of theirs needs a second person. Say what these words mean: Settings, Tenants, Active accounts…, or idvctl activity set.</source>
            <translation>Ihre Wiederherstellung braucht eine zweite Person. Festlegen, was diese Wörter bedeuten: Einstellungen, Mandanten, Aktive Konten… oder idvctl activity set.</translation>
        </message>
    </context>
    <context>
        <name>ReasonQuestion</name>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
    </context>
    <context>
        <name>Receiver</name>
        <message>
            <source>A probe of this console came through</source>
            <translation>Eine Probe dieser Konsole kam an</translation>
        </message>
        <message>
            <source>Refused for now: too many connections are open</source>
            <translation>Vorerst abgelehnt: zu viele offene Verbindungen</translation>
        </message>
        <message>
            <source>Refused: no TLS came about; the sender speaks http, does not trust this certificate, or has none</source>
            <translation>Abgelehnt: Es kam kein TLS zustande; der Absender spricht http, vertraut diesem Zertifikat nicht oder hat selbst keines</translation>
        </message>
        <message>
            <source>Refused: it did not come to an end in time</source>
            <translation>Abgelehnt: nicht rechtzeitig zu Ende gekommen</translation>
        </message>
        <message>
            <source>Refused: larger than this receiver takes</source>
            <translation>Abgelehnt: größer, als dieser Empfänger annimmt</translation>
        </message>
        <message>
            <source>Refused: what came is no sound HTTP request</source>
            <translation>Abgelehnt: Was kam, ist keine ordentliche HTTP-Anfrage</translation>
        </message>
        <message>
            <source>This tenant has no callback address that leads to a receiver.</source>
            <translation>Dieser Mandant hat keine Callback-Adresse, die zu einem Empfänger führt.</translation>
        </message>
        <message>
            <source>A time stamp that is not signed proves nothing: put {ts} into what is signed, or name no header for it.</source>
            <translation>Ein Zeitstempel, der nicht unterschrieben ist, beweist nichts: Nehmen Sie {ts} in das auf, was unterschrieben wird, oder nennen Sie keine Kopfzeile dafür.</translation>
        </message>
        <message>
            <source>A message id that is not signed proves nothing: put {id} into what is signed, or name no header for it.</source>
            <translation>Eine Nachrichten-ID, die nicht unterschrieben ist, beweist nichts: Nehmen Sie {id} in das auf, was unterschrieben wird, oder nennen Sie keine Kopfzeile dafür.</translation>
        </message>
        <message>
            <source>What is signed has {body} once, and {ts} and {id} at most once, for example {ts}.{body}.</source>
            <translation>Was unterschrieben wird, enthält {body} einmal und {ts} und {id} höchstens einmal, zum Beispiel {ts}.{body}.</translation>
        </message>
        <message>
            <source>What stands before the signature has at most 32 plain signs.</source>
            <translation>Was vor der Signatur steht, hat höchstens 32 einfache Zeichen.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; cannot be read.</source>
            <translation>„%1“ kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>Seen before; nothing changed</source>
            <translation>Schon gesehen; nichts geändert</translation>
        </message>
        <message>
            <source>Unmatched: it belongs to no session started here</source>
            <translation>Nicht zugeordnet: Es gehört zu keiner hier begonnenen Sitzung</translation>
        </message>
        <message>
            <source>Refused: another path</source>
            <translation>Abgewiesen: anderer Pfad</translation>
        </message>
        <message>
            <source>Refused: not a POST</source>
            <translation>Abgewiesen: kein POST</translation>
        </message>
        <message>
            <source>Refused: not JSON by its media type</source>
            <translation>Abgewiesen: laut Medientyp kein JSON</translation>
        </message>
        <message>
            <source>Refused: the body is not one sound JSON object</source>
            <translation>Abgewiesen: Der Inhalt ist kein einwandfreies JSON-Objekt</translation>
        </message>
        <message>
            <source>Refused: no session or status in it</source>
            <translation>Abgewiesen: keine Sitzung oder kein Status darin</translation>
        </message>
        <message>
            <source>Refused: the sender did not prove who it is</source>
            <translation>Abgewiesen: Der Absender hat sich nicht ausgewiesen</translation>
        </message>
        <message>
            <source>Refused: the signature does not match the body</source>
            <translation>Abgewiesen: Die Signatur passt nicht zum Inhalt</translation>
        </message>
        <message>
            <source>Refused: signed too long ago, or a clock is wrong</source>
            <translation>Abgewiesen: vor zu langer Zeit signiert, oder eine Uhr geht falsch</translation>
        </message>
        <message>
            <source>Refused for now: too many requests</source>
            <translation>Vorerst abgewiesen: zu viele Anfragen</translation>
        </message>
        <message>
            <source>Refused for now: it could not be stored</source>
            <translation>Vorerst abgewiesen: Es konnte nicht gespeichert werden</translation>
        </message>
        <message>
            <source>The signature needs the name of a header, for example X-Signature.</source>
            <translation>Die Signatur braucht den Namen einer Kopfzeile, zum Beispiel X-Signature.</translation>
        </message>
        <message>
            <source>The time stamp&apos;s header name has a character that no header name may have.</source>
            <translation>Der Name der Zeitstempel-Kopfzeile hat ein unzulässiges Zeichen.</translation>
        </message>
        <message>
            <source>The message id&apos;s header name has a character that no header name may have.</source>
            <translation>Der Name der Nachrichten-ID-Kopfzeile hat ein unzulässiges Zeichen.</translation>
        </message>
        <message>
            <source>The signed text has a time stamp: name the header that carries it.</source>
            <translation>Der signierte Text hat einen Zeitstempel: die Kopfzeile nennen, die ihn trägt.</translation>
        </message>
        <message>
            <source>The signed text has a message id: name the header that carries it.</source>
            <translation>Der signierte Text hat eine Nachrichten-ID: die Kopfzeile nennen, die sie trägt.</translation>
        </message>
        <message>
            <source>The listen address is an IP address of this computer: 127.0.0.1, 0.0.0.0 or ::1.</source>
            <translation>Die Adresse ist eine IP-Adresse dieses Rechners: 127.0.0.1, 0.0.0.0 oder ::1.</translation>
        </message>
        <message>
            <source>The port is a number from 1024 to 65535.</source>
            <translation>Der Port ist eine Zahl von 1024 bis 65535.</translation>
        </message>
        <message>
            <source>The path begins with a slash and has no question mark, for example /idv/callback.</source>
            <translation>Der Pfad beginnt mit einem Schrägstrich und hat kein Fragezeichen, zum Beispiel /idv/callback.</translation>
        </message>
        <message>
            <source>Other computers can reach this address: choose how senders sign in.</source>
            <translation>Andere Rechner erreichen diese Adresse: wählen, wie sich Absender anmelden.</translation>
        </message>
        <message>
            <source>Other computers can reach this address: it needs TLS.</source>
            <translation>Andere Rechner erreichen diese Adresse: Sie braucht TLS.</translation>
        </message>
        <message>
            <source>An own certificate needs two PEM files: the certificate and its key.</source>
            <translation>Ein eigenes Zertifikat braucht zwei PEM-Dateien: das Zertifikat und seinen Schlüssel.</translation>
        </message>
        <message>
            <source>The key needs the name of a header, for example X-Api-Key.</source>
            <translation>Der Schlüssel braucht den Namen einer Kopfzeile, zum Beispiel X-Api-Key.</translation>
        </message>
        <message>
            <source>The tolerance is 30 to 900 seconds.</source>
            <translation>Die Toleranz beträgt 30 bis 900 Sekunden.</translation>
        </message>
        <message>
            <source>The largest body is 1 KiB to 1 MiB.</source>
            <translation>Der größte Inhalt ist 1 KiB bis 1 MiB.</translation>
        </message>
        <message>
            <source>Each limit is at least 1.</source>
            <translation>Jede Grenze ist mindestens 1.</translation>
        </message>
        <message>
            <source>This way of signing in needs a secret.</source>
            <translation>Diese Anmeldung braucht ein Geheimnis.</translation>
        </message>
        <message>
            <source>The secret of basic sign-in is name:password.</source>
            <translation>Das Geheimnis der Basic-Anmeldung ist Name:Passwort.</translation>
        </message>
        <message>
            <source>The Ed25519 public key is 32 bytes in base64.</source>
            <translation>Der öffentliche Ed25519-Schlüssel hat 32 Byte, in Base64.</translation>
        </message>
        <message>
            <source>The signing secret is shorter than 16 bytes.</source>
            <translation>Das Signaturgeheimnis ist kürzer als 16 Byte.</translation>
        </message>
        <message>
            <source>The secret is shorter than 16 characters.</source>
            <translation>Das Geheimnis ist kürzer als 16 Zeichen.</translation>
        </message>
        <message>
            <source>The certificate file holds no PEM certificate.</source>
            <translation>Die Zertifikatsdatei enthält kein PEM-Zertifikat.</translation>
        </message>
        <message>
            <source>The key file holds no PEM key without a pass phrase.</source>
            <translation>Die Schlüsseldatei enthält keinen PEM-Schlüssel ohne Passwort.</translation>
        </message>
        <message>
            <source>Certificates of senders can be asked for over TLS only.</source>
            <translation>Zertifikate der Absender lassen sich nur über TLS verlangen.</translation>
        </message>
        <message>
            <source>The file of the senders&apos; authority holds no PEM certificate.</source>
            <translation>Die Datei der Zertifizierungsstelle der Absender enthält kein PEM-Zertifikat.</translation>
        </message>
        <message>
            <source>This request is no longer kept, or the receiver has stopped.</source>
            <translation>Diese Anfrage wird nicht mehr aufbewahrt, oder der Empfänger ist angehalten.</translation>
        </message>
        <message>
            <source>An event of SailPoint, stored</source>
            <translation>Ein Ereignis von SailPoint, gespeichert</translation>
        </message>
        <message>
            <source>SailPoint&apos;s events have a path of their own that begins with a slash, for example /sailpoint/events.</source>
            <translation>Ereignisse von SailPoint haben einen eigenen Pfad, der mit einem Schrägstrich beginnt, zum Beispiel /sailpoint/events.</translation>
        </message>
        <message>
            <source>Only a simulator&apos;s receiver is sent made-up requests: with a real tenant&apos;s secret anybody could be verified.</source>
            <translation>Nur der Empfänger eines Simulators bekommt erdachte Anfragen: Mit dem Geheimnis eines echten Mandanten ließe sich jede Person als geprüft ausgeben.</translation>
        </message>
        <message>
            <source>The receiver is not listening, or not on this computer.</source>
            <translation>Der Empfänger lauscht nicht oder nicht auf diesem Computer.</translation>
        </message>
        <message>
            <source>The key does not belong to this certificate.</source>
            <translation>Der Schlüssel gehört nicht zu diesem Zertifikat.</translation>
        </message>
        <message>
            <source>The receiver checks an Ed25519 signature, and only the provider holds the key that makes one.</source>
            <translation>Der Empfänger prüft eine Ed25519-Signatur, und nur der Anbieter hat den Schlüssel dafür: Von hier kann nichts signiert werden.</translation>
        </message>
        <message>
            <source>Refused: a header or nonce that proves something is in it twice</source>
            <translation>Abgelehnt: eine Kopfzeile oder ein Einmalwert, der etwas beweist, steht zweimal darin</translation>
        </message>
        <message>
            <source>Refused: the tenant was removed from this console</source>
            <translation>Abgelehnt: Der Mandant wurde aus dieser Konsole entfernt</translation>
        </message>
        <message>
            <source>The secret holds a line end or another character that no header can carry. Enter it again.</source>
            <translation>Das Geheimnis enthält ein Zeilenende oder ein anderes Zeichen, das keine Kopfzeile tragen kann. Neu eingeben.</translation>
        </message>
        <message>
            <source>This is the sender&apos;s private key (whsk_). Only the public one (whpk_) belongs here; have the sender make a new pair.</source>
            <translation>Das ist der private Schlüssel des Absenders (whsk_). Hierher gehört nur der öffentliche (whpk_); lassen Sie den Absender ein neues Paar erzeugen.</translation>
        </message>
        <message>
            <source>This is an Ed25519 key. Choose Ed25519 as the way of signing in, or give the shared secret.</source>
            <translation>Das ist ein Ed25519-Schlüssel. Wählen Sie Ed25519 als Art der Anmeldung, oder geben Sie das gemeinsame Geheimnis an.</translation>
        </message>
        <message>
            <source>What follows whsec_ is no base64. Copy the whole secret again.</source>
            <translation>Was auf whsec_ folgt, ist kein Base64. Kopieren Sie das ganze Geheimnis noch einmal.</translation>
        </message>
        <message>
            <source>The secret begins or ends with a blank or a line end. Enter it again.</source>
            <translation>Das Geheimnis beginnt oder endet mit einem Leerzeichen oder Zeilenende. Geben Sie es noch einmal ein.</translation>
        </message>
    </context>
    <context>
        <name>Recovery</name>
        <message>
            <source>This result is not held: there is nothing to decide.</source>
            <translation>Dieses Ergebnis ist nicht angehalten: Es gibt nichts zu entscheiden.</translation>
        </message>
        <message>
            <source>Nobody can accept this: only a new verification helps.</source>
            <translation>Das kann niemand annehmen: Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>A comment of 1 to 1,000 characters says why.</source>
            <translation>Ein Kommentar von 1 bis 1.000 Zeichen sagt, warum.</translation>
        </message>
        <message>
            <source>Nobody knows who sits here: register the operator&apos;s SailPoint identity first (Settings, Tenants).</source>
            <translation>Niemand weiß, wer hier sitzt: erst die SailPoint-Identität der bedienenden Person eintragen (Einstellungen, Mandanten).</translation>
        </message>
        <message>
            <source>These credentials belong to no person: a personal access token is needed, not an API client.</source>
            <translation>Diese Zugangsdaten gehören keiner Person: Es braucht ein persönliches Zugriffstoken, keinen API-Client.</translation>
        </message>
        <message>
            <source>The second person must be somebody else than the operator and than the owner of the tenant&apos;s credentials.</source>
            <translation>Die zweite Person muss jemand anderes sein als die bedienende Person und als die Person hinter den Zugangsdaten des Mandanten.</translation>
        </message>
        <message>
            <source>Nobody decides about the own verification.</source>
            <translation>Niemand entscheidet über die eigene Prüfung.</translation>
        </message>
        <message>
            <source>A second person decided that this is somebody else.</source>
            <translation>Eine zweite Person hat entschieden, dass das jemand anderes ist.</translation>
        </message>
        <message>
            <source>Only a verification for account recovery opens a password reset.</source>
            <translation>Nur eine Prüfung zur Kontowiederherstellung erlaubt das Zurücksetzen des Passworts.</translation>
        </message>
        <message>
            <source>Only the operator who started this verification can send the reset.</source>
            <translation>Nur wer diese Prüfung begonnen hat, kann das Zurücksetzen senden.</translation>
        </message>
        <message>
            <source>The reset opens when the person is verified.</source>
            <translation>Das Zurücksetzen wird frei, wenn die Person geprüft ist.</translation>
        </message>
        <message>
            <source>The result is older than 15 minutes. Verify again.</source>
            <translation>Das Ergebnis ist älter als 15 Minuten. Erneut prüfen.</translation>
        </message>
        <message>
            <source>A reset was sent for this verification. Another one needs another verification.</source>
            <translation>Für diese Prüfung wurde schon ein Zurücksetzen gesendet. Ein weiteres braucht eine weitere Prüfung.</translation>
        </message>
        <message>
            <source>SailPoint did not answer: the e-mail may have been sent. Ask the caller; another try needs another verification.</source>
            <translation>SailPoint hat nicht geantwortet: Die E-Mail kann gesendet worden sein. Die anrufende Person fragen; ein weiterer Versuch braucht eine weitere Prüfung.</translation>
        </message>
        <message>
            <source>Ask the caller for the last four characters of the link.</source>
            <translation>Die anrufende Person nach den letzten vier Zeichen des Links fragen.</translation>
        </message>
        <message>
            <source>The account is not active in SailPoint.</source>
            <translation>Das Konto ist in SailPoint nicht aktiv.</translation>
        </message>
        <message>
            <source>Five wrong codes were entered. Start a new verification.</source>
            <translation>Fünf falsche Codes wurden eingegeben. Eine neue Prüfung beginnen.</translation>
        </message>
        <message>
            <source>The directory holds no such address for this person.</source>
            <translation>Das Verzeichnis enthält keine solche Adresse für diese Person.</translation>
        </message>
        <message>
            <source>This address changed in the last 14 days, or its age is not known. Say why it is used.</source>
            <translation>Diese Adresse hat sich in den letzten 14 Tagen geändert, oder ihr Alter ist unbekannt. Sagen, warum sie benutzt wird.</translation>
        </message>
        <message>
            <source>SailPoint does not accept the client ID and secret that were typed here.</source>
            <translation>SailPoint nimmt die hier eingegebene Client-ID und das Secret nicht an.</translation>
        </message>
        <message>
            <source>Only the operator who started this verification can say that the caller holds the link.</source>
            <translation>Nur wer diese Prüfung begonnen hat, kann sagen, dass die anrufende Person den Link hat.</translation>
        </message>
        <message>
            <source>This link was sent, not shown: ask for its last four characters.</source>
            <translation>Dieser Link wurde gesendet, nicht gezeigt: nach den letzten vier Zeichen fragen.</translation>
        </message>
        <message>
            <source>This session is closed.</source>
            <translation>Diese Sitzung ist beendet.</translation>
        </message>
        <message>
            <source>The address in the directory changed meanwhile. Nothing was sent; look at it again.</source>
            <translation>Die Adresse im Verzeichnis hat sich inzwischen geändert. Nichts wurde gesendet; noch einmal ansehen.</translation>
        </message>
        <message>
            <source>IdentityIQ does not accept the user name and password that were typed here. Where only single sign-on is allowed, nobody can sign in here.</source>
            <translation>IdentityIQ nimmt den hier eingegebenen Benutzernamen und das Passwort nicht an. Wo nur Single Sign-on erlaubt ist, kann sich hier niemand anmelden.</translation>
        </message>
        <message>
            <source>IdentityIQ shows nobody, or more than one person, with this user name.</source>
            <translation>IdentityIQ zeigt niemanden oder mehr als eine Person mit diesem Benutzernamen.</translation>
        </message>
        <message>
            <source>The operator registers with an own SailPoint personal access token: client ID and secret; with IdentityIQ, user name and password.</source>
            <translation>Die bedienende Person meldet sich mit einem eigenen Personal Access Token von SailPoint an: Client-ID und Geheimnis; bei IdentityIQ mit Benutzername und Passwort.</translation>
        </message>
        <message>
            <source>The second person signs in with an own SailPoint personal access token: client ID and secret; with IdentityIQ, user name and password.</source>
            <translation>Die zweite Person meldet sich mit einem eigenen Personal Access Token von SailPoint an: Client-ID und Geheimnis; bei IdentityIQ mit Benutzername und Passwort.</translation>
        </message>
        <message>
            <source>IdentityIQ answers this user name with 403 and does not say whether the password is right. The sign-in needs the right to call /rest/ping: an administrator of IdentityIQ can give it, or somebody who has it signs in.</source>
            <translation>IdentityIQ antwortet auf diesen Benutzernamen mit 403 und sagt nicht, ob das Passwort stimmt. Die Anmeldung braucht das Recht, /rest/ping aufzurufen: eine Person mit Administrationsrechten in IdentityIQ kann es geben, oder jemand, der es hat, meldet sich an.</translation>
        </message>
        <message>
            <source>It is not known who started this verification, so nobody can be somebody else. Only a new one helps.</source>
            <translation>Es ist nicht bekannt, wer diese Prüfung gestartet hat; niemand kann also nachweislich jemand anderes sein. Nur eine neue hilft.</translation>
        </message>
        <message>
            <source>Whoever started this verification, or released what started it, does not decide about it.</source>
            <translation>Wer diese Prüfung gestartet oder freigegeben hat, was sie startete, entscheidet nicht darüber.</translation>
        </message>
        <message>
            <source>The log does not prove what this session says. Nobody can accept it: only a new verification helps.</source>
            <translation>Das Protokoll belegt nicht, was diese Sitzung sagt. Niemand kann sie annehmen: Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>This computer&apos;s clock differs from the vendor&apos;s by more than five minutes. Set the clock right, then try again.</source>
            <translation>Die Uhr dieses Computers weicht um mehr als fünf Minuten von der des Anbieters ab. Die Uhr richtig stellen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>It is not known who started this verification: it is from before that was kept. Verify again.</source>
            <translation>Es ist nicht bekannt, wer diese Prüfung gestartet hat: Sie stammt aus der Zeit, bevor das festgehalten wurde. Erneut prüfen.</translation>
        </message>
        <message>
            <source>This result is from before results were proved by the log. Verify again.</source>
            <translation>Dieses Ergebnis stammt aus der Zeit, bevor Ergebnisse durch das Protokoll belegt wurden. Erneut prüfen.</translation>
        </message>
        <message>
            <source>The log does not say what this session says: it was changed outside the console. Nothing is sent. Tell whoever looks after this computer, and verify again.</source>
            <translation>Das Protokoll sagt nicht, was diese Sitzung sagt: Sie wurde außerhalb der Konsole verändert. Es wird nichts gesendet. Die zuständige Administration benachrichtigen und erneut prüfen.</translation>
        </message>
        <message>
            <source>SailPoint did not say what time it is, and this computer&apos;s clock alone does not count. Try again when it can be reached.</source>
            <translation>SailPoint hat nicht gesagt, wie spät es ist, und die Uhr dieses Computers allein zählt nicht. Noch einmal versuchen, sobald SailPoint erreichbar ist.</translation>
        </message>
        <message>
            <source>The audit log has entries that lie ahead of now: a clock was wrong. A second person accepts the present time with idvctl audit accept-clock.</source>
            <translation>Das Protokoll enthält Einträge, die in der Zukunft liegen: Eine Uhr ging falsch. Eine zweite Person bestätigt die jetzige Zeit mit idvctl audit accept-clock.</translation>
        </message>
        <message>
            <source>Whether the account is active is not known. Say what its lifecycle state means (Settings, Tenants, Active accounts…), or let a second person accept it.</source>
            <translation>Ob das Konto aktiv ist, ist nicht bekannt. Festlegen, was sein Lebenszyklusstatus bedeutet (Einstellungen, Mandanten, Aktive Konten…), oder eine zweite Person zustimmen lassen.</translation>
        </message>
        <message>
            <source>What counts as an active account cannot be read (%1). Set it again: Settings, Tenants, Active accounts…, or idvctl activity set.</source>
            <translation>Was als aktives Konto gilt, ist nicht lesbar (%1). Neu festlegen: Einstellungen, Mandanten, Aktive Konten… oder idvctl activity set.</translation>
        </message>
        <message>
            <source>No QR code of this session is on a screen here, so nobody can have scanned it. Ask for the last four characters of the link.</source>
            <translation>Kein QR-Code dieser Sitzung steht hier auf einem Bildschirm, also kann ihn niemand gescannt haben. Nach den letzten vier Zeichen des Links fragen.</translation>
        </message>
        <message>
            <source>That is not the code of this link. No try is left: start a new verification.</source>
            <translation>Das ist nicht der Code dieses Links. Kein Versuch ist mehr übrig: eine neue Prüfung starten.</translation>
        </message>
        <message>
            <source>Only an account recovery that is verified, and whose account is not known to be active, asks for this.</source>
            <translation>Danach fragt nur eine verifizierte Kontowiederherstellung, deren Konto nicht als aktiv bekannt ist.</translation>
        </message>
        <message>
            <source>That is not the code of this link. Tries left: %1.</source>
            <translation>Das ist nicht der Code dieses Links. Versuche übrig: %1.</translation>
        </message>
        <message>
            <source>There is no code to compare: this session&apos;s link is not known here, or this provider&apos;s links all end alike. Let the caller scan the QR code in front of you.</source>
            <translation>Es gibt keinen Code zum Vergleichen: Der Link dieser Sitzung ist hier nicht bekannt, oder die Links dieses Anbieters enden alle gleich. Lassen Sie den Anrufer den QR-Code vor Ihren Augen scannen.</translation>
        </message>
        <message>
            <source>The code cannot be compared: its key in this computer&apos;s keychain cannot be read. Unlock the keychain, then try again.</source>
            <translation>Der Code kann nicht verglichen werden: Sein Schlüssel im Schlüsselbund dieses Computers ist nicht lesbar. Entsperren Sie den Schlüsselbund und versuchen Sie es dann erneut.</translation>
        </message>
    </context>
    <context>
        <name>RequestCollection</name>
        <message>
            <source>This is no collection of requests: “format” is “idv-console-requests”, and “requests” is a list.</source>
            <translation>Das ist keine Sammlung von Anfragen: „format“ ist „idv-console-requests“, und „requests“ ist eine Liste.</translation>
        </message>
        <message>
            <source>At most 1,000 requests.</source>
            <translation>Höchstens 1.000 Anfragen.</translation>
        </message>
        <message>
            <source>“callback” or “event” is expected.</source>
            <translation>Erwartet wird „callback“ oder „event“.</translation>
        </message>
        <message>
            <source>An object is expected, or “text” with what is sent as it stands.</source>
            <translation>Erwartet wird ein Objekt oder „text“ mit dem, was unverändert gesendet wird.</translation>
        </message>
    </context>
    <context>
        <name>RequestModel</name>
        <message>
            <source>No TLS</source>
            <translation>Kein TLS</translation>
        </message>
        <message>
            <source>Probe</source>
            <translation>Probe</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Doppelt</translation>
        </message>
        <message>
            <source>Unmatched</source>
            <translation>Nicht zugeordnet</translation>
        </message>
        <message>
            <source>Bad signature</source>
            <translation>Falsche Signatur</translation>
        </message>
        <message>
            <source>No sign-in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <source>Too old</source>
            <translation>Zu alt</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Abgewiesen</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschah</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Ereignis</translation>
        </message>
    </context>
    <context>
        <name>Reverification</name>
        <message>
            <source>The re-verification policy</source>
            <translation>Die Richtlinie der erneuten Prüfung</translation>
        </message>
        <message>
            <source>Re-verification, Policy, or idvctl policy set FILE</source>
            <translation>Erneute Prüfung, Richtlinie, oder idvctl policy set DATEI</translation>
        </message>
        <message>
            <source>Until then the local copy shows what was last applied.</source>
            <translation>Bis dahin zeigt die lokale Kopie, was zuletzt angewendet wurde.</translation>
        </message>
        <message>
            <source>The local copy holds nobody yet, so the names in the rules cannot be checked. Synchronise first.</source>
            <translation>Die lokale Kopie enthält noch niemanden, die Namen in den Regeln lassen sich daher nicht prüfen. Zuerst synchronisieren.</translation>
        </message>
    </context>
    <context>
        <name>ReverificationPolicy</name>
        <message>
            <source>The interval is 1 to 1,095 days.</source>
            <translation>Der Abstand beträgt 1 bis 1.095 Tage.</translation>
        </message>
        <message>
            <source>Warning begins at most one interval before the due date.</source>
            <translation>Die Warnung beginnt höchstens ein Intervall vor der Fälligkeit.</translation>
        </message>
        <message>
            <source>Grace is at most one interval.</source>
            <translation>Die Nachfrist ist höchstens ein Intervall lang.</translation>
        </message>
        <message>
            <source>A rule needs a name.</source>
            <translation>Eine Regel braucht einen Namen.</translation>
        </message>
        <message>
            <source>Two rules are called %1.</source>
            <translation>Zwei Regeln heißen %1.</translation>
        </message>
        <message>
            <source>The rule %1 says of nobody in particular: change the standard instead.</source>
            <translation>Die Regel %1 gilt für niemand Bestimmten: Ändern Sie stattdessen den Standard.</translation>
        </message>
        <message>
            <source>%1 is no date.</source>
            <translation>%1 ist kein Datum.</translation>
        </message>
        <message>
            <source>Nobody in the local copy has “%1”.</source>
            <translation>Niemand in der lokalen Kopie hat „%1“.</translation>
        </message>
        <message>
            <source>Near: %1.</source>
            <translation>Ähnlich: %1.</translation>
        </message>
    </context>
    <context>
        <name>Rights</name>
        <message>
            <source>Read identities</source>
            <translation>Identitäten lesen</translation>
        </message>
        <message>
            <source>Delete and reset identities</source>
            <translation>Identitäten löschen und zurücksetzen</translation>
        </message>
        <message>
            <source>Process identities</source>
            <translation>Identitäten verarbeiten</translation>
        </message>
        <message>
            <source>Invite identities</source>
            <translation>Identitäten einladen</translation>
        </message>
        <message>
            <source>Send password-reset mail</source>
            <translation>Kennwortrücksetzung senden</translation>
        </message>
        <message>
            <source>Synchronize attributes</source>
            <translation>Attribute abgleichen</translation>
        </message>
        <message>
            <source>Read identity profiles</source>
            <translation>Identitätsprofile lesen</translation>
        </message>
        <message>
            <source>Change and preview identity profiles</source>
            <translation>Identitätsprofile ändern und in der Vorschau zeigen</translation>
        </message>
        <message>
            <source>Import identity profiles</source>
            <translation>Identitätsprofile importieren</translation>
        </message>
        <message>
            <source>Read identity attributes</source>
            <translation>Identitätsattribute lesen</translation>
        </message>
        <message>
            <source>Create identity attributes</source>
            <translation>Identitätsattribute anlegen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Write accounts</source>
            <translation>Konten schreiben</translation>
        </message>
        <message>
            <source>Read event triggers</source>
            <translation>Ereignisauslöser lesen</translation>
        </message>
        <message>
            <source>Read workflows</source>
            <translation>Workflows lesen</translation>
        </message>
        <message>
            <source>Follow tasks</source>
            <translation>Aufgaben verfolgen</translation>
        </message>
        <message>
            <source>needs a personal access token</source>
            <translation>braucht ein persönliches Zugriffstoken</translation>
        </message>
        <message>
            <source>the token lacks the scope %1</source>
            <translation>dem Token fehlt der Scope %1</translation>
        </message>
    </context>
    <context>
        <name>Scenarios</name>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>The person passes; the result is written to SailPoint and read back.</source>
            <translation>Die Person besteht; das Ergebnis wird in SailPoint geschrieben und zurückgelesen.</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>The face does not match: the result is final, and nothing is verified.</source>
            <translation>Das Gesicht passt nicht: Das Ergebnis steht fest, und nichts ist geprüft.</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Abgelaufen</translation>
        </message>
        <message>
            <source>Nobody opens the link: it ends by itself.</source>
            <translation>Niemand öffnet den Link: Er endet von selbst.</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>The person declines.</source>
            <translation>Die Person lehnt ab.</translation>
        </message>
        <message>
            <source>Name mismatch</source>
            <translation>Anderer Name</translation>
        </message>
        <message>
            <source>Another name on the document: the pass is held for a second person and not written.</source>
            <translation>Ein anderer Name auf dem Dokument: Das Ergebnis wird für eine zweite Person angehalten und nicht geschrieben.</translation>
        </message>
        <message>
            <source>IAL too low</source>
            <translation>IAL zu niedrig</translation>
        </message>
        <message>
            <source>Verified at IAL1 where IAL2 was asked for: held, and only a new session helps.</source>
            <translation>Geprüft mit IAL1, wo IAL2 verlangt war: angehalten, und nur eine neue Sitzung hilft.</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Doppelt</translation>
        </message>
        <message>
            <source>The provider sends its result twice: it counts once.</source>
            <translation>Der Anbieter sendet sein Ergebnis zweimal: Es zählt einmal.</translation>
        </message>
        <message>
            <source>Out of order</source>
            <translation>Falsche Reihenfolge</translation>
        </message>
        <message>
            <source>An older &quot;in progress&quot; arrives after the result: it changes nothing.</source>
            <translation>Nach dem Ergebnis kommt ein älteres „läuft“: Es ändert nichts.</translation>
        </message>
        <message>
            <source>Late after expiry</source>
            <translation>Zu spät nach dem Ablauf</translation>
        </message>
        <message>
            <source>A pass arrives after the session expired: it is held, not applied.</source>
            <translation>Ein Bestanden kommt nach dem Ablauf der Sitzung: angehalten, nicht angewandt.</translation>
        </message>
        <message>
            <source>Bad signature</source>
            <translation>Falsche Signatur</translation>
        </message>
        <message>
            <source>A callback signed over another text is refused and changes nothing; the status query still brings the result.</source>
            <translation>Ein Rückruf, der über einen anderen Text signiert ist, wird abgewiesen und ändert nichts; die Statusabfrage bringt das Ergebnis trotzdem.</translation>
        </message>
        <message>
            <source>Replayed</source>
            <translation>Wiederholt</translation>
        </message>
        <message>
            <source>A callback that was overheard is sent again, at once and later: the first is a duplicate, the second is too old.</source>
            <translation>Ein mitgehörter Rückruf wird noch einmal gesendet, sofort und später: der erste ist doppelt, der zweite zu alt.</translation>
        </message>
        <message>
            <source>Contradicting answers</source>
            <translation>Widersprüchliche Antworten</translation>
        </message>
        <message>
            <source>The callback says verified, the status query says failed: neither wins, a person looks.</source>
            <translation>Der Rückruf sagt geprüft, die Statusabfrage fehlgeschlagen: Keiner gewinnt, ein Mensch sieht nach.</translation>
        </message>
        <message>
            <source>Provider says 429</source>
            <translation>Anbieter sagt 429</translation>
        </message>
        <message>
            <source>The provider refuses a start for now: nothing was created, and the start says so.</source>
            <translation>Der Anbieter weist einen Start vorerst ab: Nichts wurde angelegt, und das wird gesagt.</translation>
        </message>
        <message>
            <source>Provider says 500</source>
            <translation>Anbieter sagt 500</translation>
        </message>
        <message>
            <source>A start without a clear answer is unknown, is never repeated, and blocks another one.</source>
            <translation>Ein Start ohne klare Antwort ist ungewiss, wird nie wiederholt und verhindert einen zweiten.</translation>
        </message>
        <message>
            <source>Provider does not answer</source>
            <translation>Anbieter antwortet nicht</translation>
        </message>
        <message>
            <source>The session was created and the answer never came: found again, not started twice.</source>
            <translation>Die Sitzung wurde angelegt, die Antwort kam nie: wiedergefunden, nicht zweimal begonnen.</translation>
        </message>
        <message>
            <source>Connection reset</source>
            <translation>Verbindung abgebrochen</translation>
        </message>
        <message>
            <source>The connection breaks behind the request: the same as no answer.</source>
            <translation>Die Verbindung bricht nach der Anfrage ab: wie keine Antwort.</translation>
        </message>
        <message>
            <source>Truncated answer</source>
            <translation>Verkürzte Antwort</translation>
        </message>
        <message>
            <source>The answer to the start is cut off: the same as no answer.</source>
            <translation>Die Antwort auf den Start ist abgeschnitten: wie keine Antwort.</translation>
        </message>
        <message>
            <source>Status query in trouble</source>
            <translation>Statusabfrage gestört</translation>
        </message>
        <message>
            <source>Status queries fail for a while; the callback and later queries bring the result.</source>
            <translation>Statusabfragen schlagen eine Weile fehl; spätere bringen das Ergebnis.</translation>
        </message>
        <message>
            <source>Token expires while copying</source>
            <translation>Token läuft beim Kopieren ab</translation>
        </message>
        <message>
            <source>SailPoint&apos;s token ends in the middle of the copy: a new one is fetched and nobody is missing.</source>
            <translation>Das Token von SailPoint endet mitten im Kopieren: Ein neues wird geholt, und niemand fehlt.</translation>
        </message>
        <message>
            <source>Search index lags</source>
            <translation>Suchindex hinkt nach</translation>
        </message>
        <message>
            <source>SailPoint&apos;s search index is seconds behind; the result is read back where it was written.</source>
            <translation>Der Suchindex von SailPoint liegt Sekunden zurück; das Ergebnis wird dort gelesen, wo es geschrieben wurde.</translation>
        </message>
        <message>
            <source>Slow processing</source>
            <translation>Langsame Verarbeitung</translation>
        </message>
        <message>
            <source>SailPoint takes seconds to process the account: written counts only when it is read back.</source>
            <translation>SailPoint braucht Sekunden für das Konto: Geschrieben gilt erst, was zurückgelesen ist.</translation>
        </message>
        <message>
            <source>People join while copying</source>
            <translation>Beim Kopieren kommen Leute hinzu</translation>
        </message>
        <message>
            <source>New people are inserted while the pages are read: nobody is missing afterwards.</source>
            <translation>Neue kommen hinzu, während die Seiten gelesen werden: Danach fehlt niemand.</translation>
        </message>
        <message>
            <source>The whole flow</source>
            <translation>Der ganze Ablauf</translation>
        </message>
        <message>
            <source>From the event to the decision: a joiner is told of, verified, called back, written, read back, and the flow behind it decides.</source>
            <translation>Vom Ereignis zur Entscheidung: Ein Neuzugang wird gemeldet, geprüft, zurückgerufen, geschrieben, zurückgelesen, und der Ablauf dahinter entscheidet.</translation>
        </message>
        <message>
            <source>The whole flow, failed</source>
            <translation>Der ganze Ablauf, fehlgeschlagen</translation>
        </message>
        <message>
            <source>A failed verification is written as well, and the flow behind it escalates.</source>
            <translation>Auch eine fehlgeschlagene Prüfung wird geschrieben, und der Ablauf dahinter eskaliert.</translation>
        </message>
    </context>
    <context>
        <name>Secret</name>
        <message>
            <source>There is a line end or another control character inside. Paste only the secret itself.</source>
            <translation>Darin steht ein Zeilenende oder ein anderes Steuerzeichen. Nur das Geheimnis selbst einfügen.</translation>
        </message>
        <message>
            <source>A key has no blanks and only plain letters, digits and signs. Paste only the key itself.</source>
            <translation>Ein Schlüssel hat keine Leerzeichen und nur einfache Buchstaben, Ziffern und Zeichen. Nur den Schlüssel selbst einfügen.</translation>
        </message>
        <message>
            <source>This is longer than any secret: more than 8,192 bytes.</source>
            <translation>Das ist länger als jedes Geheimnis: mehr als 8.192 Byte.</translation>
        </message>
    </context>
    <context>
        <name>SessionModel</name>
        <message>
            <source>Starting</source>
            <translation>Startet</translation>
        </message>
        <message>
            <source>Start unknown</source>
            <translation>Start unklar</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Nicht gestartet</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Wird geprüft</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Abandoned</source>
            <translation>Nicht beendet</translation>
        </message>
        <message>
            <source>Account recovery</source>
            <translation>Kontowiederherstellung</translation>
        </message>
        <message>
            <source>Onboarding</source>
            <translation>Eintritt</translation>
        </message>
        <message>
            <source>Privileged access</source>
            <translation>Privilegierter Zugriff</translation>
        </message>
        <message>
            <source>Periodic re-verification</source>
            <translation>Regelmäßige Neuprüfung</translation>
        </message>
        <message>
            <source>Non-employee</source>
            <translation>Externe Person</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>QR code</source>
            <translation>QR-Code</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>Reisepass</translation>
        </message>
        <message>
            <source>Driver’s licence</source>
            <translation>Führerschein</translation>
        </message>
        <message>
            <source>National ID</source>
            <translation>Personalausweis</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 Std. %2 Min.</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>noch %1</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>IAL</source>
            <translation>IAL</translation>
        </message>
        <message>
            <source>Sent by</source>
            <translation>Gesendet per</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Started by</source>
            <translation>Begonnen von</translation>
        </message>
        <message>
            <source>(removed)</source>
            <translation>(entfernt)</translation>
        </message>
    </context>
    <context>
        <name>SessionText</name>
        <message>
            <source>The level reached is below the one asked for. Only a new verification helps.</source>
            <translation>Die erreichte Stufe liegt unter der verlangten. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>The provider gave no assurance level. Only a new verification helps.</source>
            <translation>Der Anbieter nannte keine Stufe. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>The document is not one of those asked for. Only a new verification helps.</source>
            <translation>Das Dokument ist keines der verlangten. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>The result carries no name to compare.</source>
            <translation>Das Ergebnis enthält keinen Namen zum Vergleichen.</translation>
        </message>
        <message>
            <source>The answer belongs to another session.</source>
            <translation>Die Antwort gehört zu einer anderen Sitzung.</translation>
        </message>
        <message>
            <source>Two different results arrived for this session. Neither is applied.</source>
            <translation>Für diese Sitzung kamen zwei verschiedene Ergebnisse. Keines wird angewendet.</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Startet</translation>
        </message>
        <message>
            <source>No answer from 1Kosmos</source>
            <translation>Keine Antwort von 1Kosmos</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Nicht gestartet</translation>
        </message>
        <message>
            <source>Waiting for the caller</source>
            <translation>Warten auf die anrufende Person</translation>
        </message>
        <message>
            <source>Checking the result</source>
            <translation>Ergebnis wird geprüft</translation>
        </message>
        <message>
            <source>Level too low</source>
            <translation>Stufe zu niedrig</translation>
        </message>
        <message>
            <source>Held: the name is different</source>
            <translation>Angehalten: Der Name weicht ab</translation>
        </message>
        <message>
            <source>Held for review</source>
            <translation>Zur Durchsicht angehalten</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Not verified</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message>
            <source>The link was not used in time</source>
            <translation>Der Link wurde nicht rechtzeitig genutzt</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Show the QR code or give the link. No result yet.</source>
            <translation>QR-Code zeigen oder Link nennen. Noch kein Ergebnis.</translation>
        </message>
        <message>
            <source>Link sent to %1. No result yet.</source>
            <translation>Link an %1 gesendet. Noch kein Ergebnis.</translation>
        </message>
        <message>
            <source>A link may be live until %1. It is never sent again by itself. End it here before a new one is started.</source>
            <translation>Ein Link kann bis %1 gültig sein. Er wird nie von selbst erneut gesendet. Hier beenden, bevor ein neuer beginnt.</translation>
        </message>
        <message>
            <source>At IAL%1 with: %2, %3 after the start</source>
            <translation>Mit IAL%1: %2, %3 nach dem Start</translation>
        </message>
        <message>
            <source>The provider gave no reason.</source>
            <translation>Der Anbieter nannte keinen Grund.</translation>
        </message>
        <message>
            <source>The person declined.</source>
            <translation>Die Person hat abgelehnt.</translation>
        </message>
        <message>
            <source>The person did not finish.</source>
            <translation>Die Person hat nicht zu Ende geführt.</translation>
        </message>
        <message>
            <source>No longer watched. The link stays usable until %1; a later pass is held, not applied.</source>
            <translation>Nicht mehr beobachtet. Der Link bleibt bis %1 nutzbar; ein späteres Bestehen wird angehalten, nicht angewendet.</translation>
        </message>
        <message>
            <source>One moment. I’m waiting for the system.</source>
            <translation>Einen Moment. Ich warte auf das System.</translation>
        </message>
        <message>
            <source>I’ve sent a link to your phone. Open it, hold your document flat in good light, then look straight at the camera.</source>
            <translation>Ich habe Ihnen einen Link aufs Telefon geschickt. Öffnen Sie ihn, halten Sie das Dokument flach in gutes Licht und schauen Sie dann gerade in die Kamera.</translation>
        </message>
        <message>
            <source>I’ve sent a link to your e-mail. Open it on your phone, hold your document flat in good light, then look straight at the camera.</source>
            <translation>Ich habe Ihnen einen Link per E-Mail geschickt. Öffnen Sie ihn auf dem Telefon, halten Sie das Dokument flach in gutes Licht und schauen Sie dann gerade in die Kamera.</translation>
        </message>
        <message>
            <source>Scan the code with your phone, hold your document flat in good light, then look straight at the camera.</source>
            <translation>Scannen Sie den Code mit dem Telefon, halten Sie das Dokument flach in gutes Licht und schauen Sie dann gerade in die Kamera.</translation>
        </message>
        <message>
            <source>I could not start it. A moment, I’m checking.</source>
            <translation>Ich konnte es nicht starten. Einen Moment, ich prüfe das.</translation>
        </message>
        <message>
            <source>I can’t finish this today. A colleague will check it and call you back on the number we have on file.</source>
            <translation>Ich kann das heute nicht abschließen. Jemand aus dem Team prüft es und ruft Sie unter der hinterlegten Nummer zurück.</translation>
        </message>
        <message>
            <source>Thank you, that worked.</source>
            <translation>Danke, das hat geklappt.</translation>
        </message>
        <message>
            <source>That didn’t work. We can try once more with a different document.</source>
            <translation>Das hat nicht geklappt. Wir können es mit einem anderen Dokument noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The link has expired. Shall I send a new one?</source>
            <translation>Der Link ist abgelaufen. Soll ich einen neuen senden?</translation>
        </message>
        <message>
            <source>I’ve ended this verification.</source>
            <translation>Ich habe diese Prüfung beendet.</translation>
        </message>
        <message>
            <source>Nothing to write for this outcome</source>
            <translation>Für dieses Ergebnis ist nichts zu schreiben</translation>
        </message>
        <message>
            <source>Waits for your confirmation</source>
            <translation>Wartet auf Ihre Bestätigung</translation>
        </message>
        <message>
            <source>About to be written</source>
            <translation>Wird gleich geschrieben</translation>
        </message>
        <message>
            <source>Sent, no answer yet; read back before anything is sent again</source>
            <translation>Gesendet, noch keine Antwort; wird zurückgelesen, bevor erneut gesendet wird</translation>
        </message>
        <message>
            <source>Written and read back, %1 attributes</source>
            <translation>Geschrieben und zurückgelesen, %1 Attribute</translation>
        </message>
        <message>
            <source>SailPoint refused the change</source>
            <translation>SailPoint hat die Änderung abgelehnt</translation>
        </message>
        <message>
            <source>Recorded, before anything was sent</source>
            <translation>Vermerkt, bevor etwas gesendet wurde</translation>
        </message>
        <message>
            <source>By %1</source>
            <translation>Von %1</translation>
        </message>
        <message>
            <source>Verification created</source>
            <translation>Prüfung angelegt</translation>
        </message>
        <message>
            <source>The provider accepted it</source>
            <translation>Der Anbieter hat sie angenommen</translation>
        </message>
        <message>
            <source>No answer to the start</source>
            <translation>Keine Antwort auf den Start</translation>
        </message>
        <message>
            <source>Whether a link exists is not known</source>
            <translation>Ob ein Link existiert, ist nicht bekannt</translation>
        </message>
        <message>
            <source>The provider refused the start</source>
            <translation>Der Anbieter hat den Start abgelehnt</translation>
        </message>
        <message>
            <source>Result: %1</source>
            <translation>Ergebnis: %1</translation>
        </message>
        <message>
            <source>Write-back</source>
            <translation>Rückschreiben</translation>
        </message>
        <message>
            <source>The plan is recorded; sending</source>
            <translation>Der Plan ist vermerkt; wird gesendet</translation>
        </message>
        <message>
            <source>The provider used an unknown word</source>
            <translation>Der Anbieter verwendete ein unbekanntes Wort</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Abgelaufen</translation>
        </message>
        <message>
            <source>No result came in the link&apos;s lifetime</source>
            <translation>In der Gültigkeit des Links kam kein Ergebnis</translation>
        </message>
        <message>
            <source>Ended by the operator</source>
            <translation>Von der bedienenden Person beendet</translation>
        </message>
        <message>
            <source>End the verification</source>
            <translation>Prüfung beenden</translation>
        </message>
        <message>
            <source>End the verification of %1?</source>
            <translation>Prüfung von %1 beenden?</translation>
        </message>
        <message>
            <source>The link stops working.</source>
            <translation>Der Link wird ungültig.</translation>
        </message>
        <message>
            <source>This provider has no call to cancel. The link stays usable until %1; a later pass is held, not applied.</source>
            <translation>Dieser Anbieter kennt kein Abbrechen. Der Link bleibt bis %1 nutzbar; ein späteres Bestehen wird angehalten, nicht angewendet.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>End verification</source>
            <translation>Prüfung beenden</translation>
        </message>
        <message>
            <source>The result is not used. A new verification can be started afterwards.</source>
            <translation>Das Ergebnis wird nicht verwendet. Danach kann eine neue Prüfung beginnen.</translation>
        </message>
        <message>
            <source>The document is genuine, but it names someone else.</source>
            <translation>Der Ausweis ist echt, lautet aber auf jemand anderen.</translation>
        </message>
        <message>
            <source>The document is genuine, but its name cannot be compared with the directory&apos;s.</source>
            <translation>Der Ausweis ist echt, aber sein Name lässt sich mit dem des Verzeichnisses nicht vergleichen.</translation>
        </message>
        <message>
            <source>A callback said verified, but no status query confirmed it. Only a new verification helps.</source>
            <translation>Ein Callback meldete geprüft, aber keine Statusabfrage bestätigte es. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>Held: the name cannot be compared</source>
            <translation>Angehalten: Name nicht vergleichbar</translation>
        </message>
        <message>
            <source>Signed callback</source>
            <translation>Signierter Callback</translation>
        </message>
        <message>
            <source>Callback and status query agree</source>
            <translation>Callback und Statusabfrage stimmen überein</translation>
        </message>
        <message>
            <source>Status query</source>
            <translation>Statusabfrage</translation>
        </message>
        <message>
            <source>Known already; nothing changed</source>
            <translation>Schon bekannt; nichts geändert</translation>
        </message>
        <message>
            <source>Out of order; kept, not applied</source>
            <translation>Außer der Reihe; aufbewahrt, nicht angewendet</translation>
        </message>
        <message>
            <source>Not signed: the status query decides</source>
            <translation>Nicht signiert: die Statusabfrage entscheidet</translation>
        </message>
        <message>
            <source>Signed by the provider</source>
            <translation>Vom Anbieter signiert</translation>
        </message>
        <message>
            <source>Callback: %1</source>
            <translation>Callback: %1</translation>
        </message>
        <message>
            <source>Password reset e-mail asked for</source>
            <translation>E-Mail zum Zurücksetzen angefragt</translation>
        </message>
        <message>
            <source>The e-mail is on its way. Is there anything else?</source>
            <translation>Die E-Mail ist unterwegs. Gibt es noch etwas?</translation>
        </message>
        <message>
            <source>Thank you, that worked. Please read me the last four characters of the link.</source>
            <translation>Danke, das hat geklappt. Bitte lesen Sie mir die letzten vier Zeichen des Links vor.</translation>
        </message>
        <message>
            <source>Thank you, that worked. I’m sending a link to set a new password. It’s valid for two hours.</source>
            <translation>Danke, das hat geklappt. Ich sende einen Link zum Setzen eines neuen Passworts. Er gilt zwei Stunden.</translation>
        </message>
        <message>
            <source>The caller holds the link</source>
            <translation>Anrufende Person hat den Link</translation>
        </message>
        <message>
            <source>Scanned in front of the operator</source>
            <translation>Vor der bedienenden Person gescannt</translation>
        </message>
        <message>
            <source>Code read back</source>
            <translation>Code vorgelesen</translation>
        </message>
        <message>
            <source>A wrong code was read back</source>
            <translation>Ein falscher Code wurde vorgelesen</translation>
        </message>
        <message>
            <source>Accepted by a second person</source>
            <translation>Von einer zweiten Person angenommen</translation>
        </message>
        <message>
            <source>Rejected by a second person</source>
            <translation>Von einer zweiten Person abgelehnt</translation>
        </message>
        <message>
            <source>Password reset e-mail</source>
            <translation>E-Mail zum Zurücksetzen</translation>
        </message>
        <message>
            <source>Asked for, %1</source>
            <translation>Angefragt, %1</translation>
        </message>
        <message>
            <source>SailPoint refused</source>
            <translation>SailPoint hat abgelehnt</translation>
        </message>
        <message>
            <source>No answer: it may have been sent</source>
            <translation>Keine Antwort: Sie kann gesendet worden sein</translation>
        </message>
        <message>
            <source>The provider gave no time of completion. Only a new verification helps.</source>
            <translation>Der Anbieter nannte keinen Zeitpunkt des Abschlusses. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>The time of completion lies outside this session. Only a new verification helps.</source>
            <translation>Der Zeitpunkt des Abschlusses liegt außerhalb dieser Sitzung. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>We need one more step: a document and a photo of you.</source>
            <translation>Wir brauchen noch einen Schritt: einen Ausweis und ein Foto von Ihnen.</translation>
        </message>
        <message>
            <source>The provider&apos;s answer names another user than the one that was asked for. Only a new verification helps.</source>
            <translation>Die Antwort des Anbieters nennt einen anderen Benutzer als den gefragten. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>It names another user than this session&apos;s</source>
            <translation>Er nennt einen anderen Benutzer als diese Sitzung</translation>
        </message>
        <message>
            <source>An unmatched callback was assigned to this session</source>
            <translation>Ein nicht zugeordneter Callback wurde dieser Sitzung zugeordnet</translation>
        </message>
        <message>
            <source>Starting, or checking the result</source>
            <translation>Beginn, oder das Ergebnis wird geprüft</translation>
        </message>
        <message>
            <source>The link went to the phone</source>
            <translation>Der Link ging ans Telefon</translation>
        </message>
        <message>
            <source>The link went by e-mail</source>
            <translation>Der Link ging per E-Mail</translation>
        </message>
        <message>
            <source>QR code or link</source>
            <translation>QR-Code oder Link</translation>
        </message>
        <message>
            <source>The start was refused or not answered</source>
            <translation>Der Beginn wurde abgelehnt oder nicht beantwortet</translation>
        </message>
        <message>
            <source>Held; only a new verification helps</source>
            <translation>Angehalten; nur eine neue Prüfung hilft</translation>
        </message>
        <message>
            <source>Held for a second person</source>
            <translation>Angehalten für eine zweite Person</translation>
        </message>
        <message>
            <source>Verified; the caller is to read the code back</source>
            <translation>Geprüft; der Anrufer soll den Code vorlesen</translation>
        </message>
        <message>
            <source>Verified; the reset mail can be sent</source>
            <translation>Geprüft; die E-Mail zum Zurücksetzen kann gesendet werden</translation>
        </message>
        <message>
            <source>The reset mail was asked for</source>
            <translation>Die E-Mail zum Zurücksetzen wurde angefordert</translation>
        </message>
        <message>
            <source>The provider passes the person and gives a reason for a failure beside it. Only a new verification helps.</source>
            <translation>Der Anbieter meldet die Person als geprüft und nennt daneben einen Grund für ein Scheitern. Nur eine neue Prüfung hilft.</translation>
        </message>
        <message>
            <source>No result in the link&apos;s lifetime</source>
            <translation>Kein Ergebnis, solange der Link galt</translation>
        </message>
        <message>
            <source>No answer said how it ended. A result that still comes is held, not applied.</source>
            <translation>Keine Antwort sagte, wie sie endete. Ein Ergebnis, das noch kommt, wird angehalten und nicht übernommen.</translation>
        </message>
        <message>
            <source>The provider says that the link expired.</source>
            <translation>Der Anbieter sagt, der Link sei abgelaufen.</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Sicherheitsstufe</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>Named user</source>
            <translation>Genannte Person</translation>
        </message>
        <message>
            <source>Different</source>
            <translation>Anders</translation>
        </message>
        <message>
            <source>Matches</source>
            <translation>Stimmt überein</translation>
        </message>
        <message>
            <source>Not given</source>
            <translation>Nicht angegeben</translation>
        </message>
        <message>
            <source>Cannot be compared</source>
            <translation>Nicht vergleichbar</translation>
        </message>
        <message>
            <source>IAL%1, as required</source>
            <translation>IAL%1, wie verlangt</translation>
        </message>
        <message>
            <source>IAL%1, below IAL%2</source>
            <translation>IAL%1, unter IAL%2</translation>
        </message>
        <message>
            <source>%1, not one that was asked for</source>
            <translation>%1, keines der verlangten</translation>
        </message>
        <message>
            <source>Not readable, or outside this session</source>
            <translation>Nicht lesbar oder außerhalb dieser Sitzung</translation>
        </message>
        <message>
            <source>%1, outside this session</source>
            <translation>%1, außerhalb dieser Sitzung</translation>
        </message>
        <message>
            <source>%1; not confirmed</source>
            <translation>%1; nicht bestätigt</translation>
        </message>
        <message>
            <source>The answer named nobody</source>
            <translation>Die Antwort nannte niemanden</translation>
        </message>
        <message>
            <source>The one that was asked for</source>
            <translation>Die angefragte</translation>
        </message>
        <message>
            <source>Another user</source>
            <translation>Jemand anderes</translation>
        </message>
        <message>
            <source>Nothing received</source>
            <translation>Nichts empfangen</translation>
        </message>
        <message>
            <source>From an unknown source: %1</source>
            <translation>Aus unbekannter Quelle: %1</translation>
        </message>
        <message>
            <source>Whether the link was sent again is not known.</source>
            <translation>Ob der Link erneut gesendet wurde, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>The link was not sent again.</source>
            <translation>Der Link wurde nicht erneut gesendet.</translation>
        </message>
        <message>
            <source>Asked to send the link again</source>
            <translation>Erneutes Senden des Links angefordert</translation>
        </message>
        <message>
            <source>The provider&apos;s answer cannot be used</source>
            <translation>Die Antwort des Anbieters ist nicht verwendbar</translation>
        </message>
        <message>
            <source>Field: %1</source>
            <translation>Feld: %1</translation>
        </message>
        <message>
            <source>The provider&apos;s answer carried the link</source>
            <translation>Die Antwort des Anbieters enthielt den Link</translation>
        </message>
        <message>
            <source>Noted: %1</source>
            <translation>Vermerkt: %1</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>The start is not answered yet</source>
            <translation>Der Start ist noch nicht beantwortet</translation>
        </message>
        <message>
            <source>Comes as a callback: this provider has no status query</source>
            <translation>Kommt als Callback: Dieser Anbieter hat keine Statusabfrage</translation>
        </message>
        <message>
            <source>Not asked for yet</source>
            <translation>Noch nicht abgefragt</translation>
        </message>
        <message>
            <source>Asked for regularly · last answer %1</source>
            <translation>Wird regelmäßig abgefragt · letzte Antwort %1</translation>
        </message>
        <message>
            <source>The link was not sent again. Try again in %1 s.</source>
            <translation>Der Link wurde nicht erneut gesendet. In %1 s noch einmal versuchen.</translation>
        </message>
        <message>
            <source>SailPoint or the provider writes it; not seen yet</source>
            <translation>Schreibt SailPoint oder der Anbieter; noch nicht gesehen</translation>
        </message>
        <message>
            <source>SailPoint has not shown the result yet (looked at %1)</source>
            <translation>SailPoint hat das Ergebnis noch nicht gezeigt (angesehen um %1)</translation>
        </message>
        <message>
            <source>SailPoint accepted the change; not seen yet</source>
            <translation>SailPoint hat die Änderung angenommen; noch nicht gesehen</translation>
        </message>
        <message>
            <source>SailPoint accepted the change and has not shown it yet (looked at %1)</source>
            <translation>SailPoint hat die Änderung angenommen und noch nicht gezeigt (angesehen um %1)</translation>
        </message>
        <message>
            <source>Not stored: SailPoint did not show the result within fifteen minutes</source>
            <translation>Nicht gespeichert: SailPoint hat das Ergebnis innerhalb von fünfzehn Minuten nicht gezeigt</translation>
        </message>
        <message>
            <source>Its link is not known here, so there is no code to show. No result yet.</source>
            <translation>Der Link dieser Verifizierung ist hier nicht bekannt, darum gibt es keinen Code zu zeigen. Noch kein Ergebnis.</translation>
        </message>
        <message>
            <source>The link is not known here</source>
            <translation>Der Link ist hier nicht bekannt</translation>
        </message>
        <message>
            <source>Open the link that you were given, hold your document flat in good light, then look straight at the camera.</source>
            <translation>Öffnen Sie den Link, den Sie bekommen haben, halten Sie Ihr Dokument flach in gutes Licht und schauen Sie dann gerade in die Kamera.</translation>
        </message>
        <message>
            <source>Replace the open verification</source>
            <translation>Offene Prüfung ersetzen</translation>
        </message>
        <message>
            <source>Replace the open verification?</source>
            <translation>Die offene Prüfung ersetzen?</translation>
        </message>
        <message>
            <source>Replace the verification that %1 started?</source>
            <translation>Die von %1 begonnene Prüfung ersetzen?</translation>
        </message>
        <message>
            <source>It is ended before the new one starts. A link that cannot be cancelled stays usable until it expires; a late result of it is held.</source>
            <translation>Sie wird beendet, bevor die neue beginnt. Ein Link, der sich nicht abbrechen lässt, bleibt bis zum Ablauf nutzbar; ein spätes Ergebnis davon wird angehalten.</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
    </context>
    <context>
        <name>SessionWatch</name>
        <message>
            <source>Not checked since %1</source>
            <translation>Nicht abgefragt seit %1</translation>
        </message>
        <message>
            <source>No answer of the provider since then. Whether the caller has finished is not known.</source>
            <translation>Seitdem keine Antwort des Anbieters. Ob die anrufende Person fertig ist, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>The answer could not be recorded</source>
            <translation>Die Antwort konnte nicht gespeichert werden</translation>
        </message>
        <message>
            <source>%1. Whether the caller has finished is not known.</source>
            <translation>%1. Ob die anrufende Person fertig ist, ist nicht bekannt.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialogs</name>
        <message>
            <source>Settings (*.json)</source>
            <translation>Einstellungen (*.json)</translation>
        </message>
        <message>
            <source>Export settings, without secrets</source>
            <translation>Einstellungen exportieren, ohne Geheimnisse</translation>
        </message>
        <message>
            <source>Settings written, without secrets</source>
            <translation>Einstellungen geschrieben, ohne Geheimnisse</translation>
        </message>
        <message>
            <source>Import settings</source>
            <translation>Einstellungen importieren</translation>
        </message>
        <message>
            <source>%1: added. Enter its secrets in Settings, Tenants.</source>
            <translation>%1: hinzugefügt. Geben Sie seine Geheimnisse unter Einstellungen, Mandanten ein.</translation>
        </message>
        <message>
            <source>%1: here already, left as it is.</source>
            <translation>%1: schon hier, bleibt unverändert.</translation>
        </message>
        <message>
            <source>Not taken: %1</source>
            <translation>Nicht übernommen: %1</translation>
        </message>
        <message>
            <source>Settings imported</source>
            <translation>Einstellungen importiert</translation>
        </message>
        <message>
            <source>%1 cannot be read as settings.</source>
            <translation>%1 lässt sich nicht als Einstellungen lesen.</translation>
        </message>
        <message>
            <source>Make this more permissive?</source>
            <translation>Dies freizügiger machen?</translation>
        </message>
        <message>
            <source>Import all the same</source>
            <translation>Trotzdem importieren</translation>
        </message>
    </context>
    <context>
        <name>SettingsFile</name>
        <message>
            <source>This is no settings file of IDV Console, or one of a newer version.</source>
            <translation>Das ist keine Einstellungsdatei der IDV Console oder eine einer neueren Version.</translation>
        </message>
        <message>
            <source>The re-verification policy of %1</source>
            <translation>Die Richtlinie der erneuten Prüfung von %1</translation>
        </message>
        <message>
            <source>Re-verification, Policy, or idvctl policy set FILE</source>
            <translation>Erneute Prüfung, Richtlinie, oder idvctl policy set DATEI</translation>
        </message>
        <message>
            <source>What is set for keeping personal data of %1</source>
            <translation>Die Einstellung von %1, wie lange personenbezogene Daten aufbewahrt werden,</translation>
        </message>
        <message>
            <source>Settings, Privacy, or idvctl privacy set</source>
            <translation>Einstellungen, Datenschutz, oder idvctl privacy set</translation>
        </message>
        <message>
            <source>Nothing of this file is called %1.</source>
            <translation>Nichts in dieser Datei heißt %1.</translation>
        </message>
        <message>
            <source>This file makes something more permissive. Nothing was imported; allow each by its name (--allow NAME):</source>
            <translation>Diese Datei macht etwas freizügiger. Nichts wurde importiert; jedes mit seinem Namen erlauben (--allow NAME):</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>A user name of IdentityIQ is not empty and has no colon.</source>
            <translation>Ein Benutzername von IdentityIQ ist nicht leer und hat keinen Doppelpunkt.</translation>
        </message>
        <message>
            <source>This server does not look at user names and passwords: it let in a name that nobody has. A sign-in here proves nothing, so nobody can sign in.</source>
            <translation>Dieser Server prüft Benutzernamen und Passwörter nicht: er hat einen Namen eingelassen, den niemand hat. Eine Anmeldung beweist hier nichts, deshalb kann sich niemand anmelden.</translation>
        </message>
    </context>
    <context>
        <name>StatusWords</name>
        <message>
            <source>Say why, in 3 to 500 characters.</source>
            <translation>Bitte begründen, mit 3 bis 500 Zeichen.</translation>
        </message>
        <message>
            <source>A status word has 1 to 64 characters.</source>
            <translation>Ein Statuswort hat 1 bis 64 Zeichen.</translation>
        </message>
        <message>
            <source>The status word %1 stands in the lists twice.</source>
            <translation>Das Statuswort %1 steht zweimal in den Listen.</translation>
        </message>
        <message>
            <source>At most 50 status words in a list.</source>
            <translation>Höchstens 50 Statuswörter in einer Liste.</translation>
        </message>
        <message>
            <source>At least one word says that a person is verified.</source>
            <translation>Mindestens ein Wort sagt, dass eine Person geprüft ist.</translation>
        </message>
        <message>
            <source>Status words are a list of texts.</source>
            <translation>Statuswörter sind eine Liste von Texten.</translation>
        </message>
    </context>
    <context>
        <name>StrictJson</name>
        <message>
            <source>“%1” is no object.</source>
            <translation>„%1“ ist kein Objekt.</translation>
        </message>
        <message>
            <source>“%1” is not known here.</source>
            <translation>„%1“ ist hier nicht bekannt.</translation>
        </message>
        <message>
            <source>“%1” is no text.</source>
            <translation>„%1“ ist kein Text.</translation>
        </message>
        <message>
            <source>“%1” is missing.</source>
            <translation>„%1“ fehlt.</translation>
        </message>
        <message>
            <source>“%1” is neither true nor false.</source>
            <translation>„%1“ ist weder wahr noch falsch.</translation>
        </message>
        <message>
            <source>“%1” is no whole number.</source>
            <translation>„%1“ ist keine ganze Zahl.</translation>
        </message>
        <message>
            <source>“%1” is %2, which is out of range.</source>
            <translation>„%1“ ist %2; das liegt außerhalb des Bereichs.</translation>
        </message>
        <message>
            <source>“%1” is no list of texts.</source>
            <translation>„%1“ ist keine Liste von Texten.</translation>
        </message>
        <message>
            <source>“%1” is “%2”, which is not known here.</source>
            <translation>„%1“ ist „%2“; das ist hier nicht bekannt.</translation>
        </message>
        <message>
            <source>Known: %1.</source>
            <translation>Bekannt: %1.</translation>
        </message>
        <message>
            <source>“%1” is no list.</source>
            <translation>„%1“ ist keine Liste.</translation>
        </message>
        <message>
            <source>Line %1, column %2: %3.</source>
            <translation>Zeile %1, Spalte %2: %3.</translation>
        </message>
        <message>
            <source>It is no JSON object.</source>
            <translation>Es ist kein JSON-Objekt.</translation>
        </message>
        <message>
            <source>“%1” stands there twice</source>
            <translation>„%1“ steht dort zweimal</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2 It is kept as it is, and nothing that depends on it goes on. Repair it: %3.</source>
            <translation>%1 lässt sich nicht lesen: %2 Es bleibt gespeichert, wie es ist, und was davon abhängt, geht nicht weiter. Beheben: %3.</translation>
        </message>
    </context>
    <context>
        <name>Subscription</name>
        <message>
            <source>SailPoint calls this subscription in a way that this program does not know (%1), and a change here would overwrite it. Change its address and sign-in in SailPoint.</source>
            <translation>SailPoint ruft dieses Abonnement auf eine Weise auf, die dieses Programm nicht kennt (%1), und eine Änderung hier würde sie überschreiben. Adresse und Anmeldung bitte in SailPoint ändern.</translation>
        </message>
        <message>
            <source>A subscription needs a name.</source>
            <translation>Ein Abonnement braucht einen Namen.</translation>
        </message>
        <message>
            <source>Choose a trigger.</source>
            <translation>Ein Ereignis auswählen.</translation>
        </message>
        <message>
            <source>SailPoint calls an https address that it can reach.</source>
            <translation>SailPoint ruft eine https-Adresse auf, die es erreichen kann.</translation>
        </message>
        <message>
            <source>An address holds no user name and no password.</source>
            <translation>Eine Adresse enthält weder Benutzername noch Kennwort.</translation>
        </message>
        <message>
            <source>This console must not answer a request-response trigger of a production tenant: while the computer sleeps, access requests would fail. Use a service that is always there.</source>
            <translation>Diese Konsole darf bei einem produktiven Mandanten kein Ereignis beantworten: Solange der Rechner schläft, schlügen Zugriffsanträge fehl. Dafür einen Dienst nehmen, der immer da ist.</translation>
        </message>
        <message>
            <source>SailPoint cannot reach this computer. Enter the tenant&apos;s public callback address first, and use it here.</source>
            <translation>SailPoint erreicht diesen Rechner nicht. Erst die öffentliche Rückrufadresse des Mandanten eintragen und hier verwenden.</translation>
        </message>
        <message>
            <source>Basic sign-in needs a user name.</source>
            <translation>Basic-Anmeldung braucht einen Benutzernamen.</translation>
        </message>
        <message>
            <source>Without a sign-in anybody can invent events: choose a bearer token or basic sign-in.</source>
            <translation>Ohne Anmeldung kann jeder Ereignisse erfinden: Bearer-Token oder Basic-Anmeldung wählen.</translation>
        </message>
        <message>
            <source>The deadline is an ISO 8601 duration such as PT1H, at most 14 days.</source>
            <translation>Die Frist ist eine Dauer nach ISO 8601 wie PT1H, höchstens 14 Tage.</translation>
        </message>
        <message>
            <source>A filter is a JSONPath and begins with $.</source>
            <translation>Ein Filter ist ein JSONPath und beginnt mit $.</translation>
        </message>
    </context>
    <context>
        <name>SyncHealth</name>
        <message>
            <source>Copy from %1</source>
            <translation>Kopie von %1</translation>
        </message>
        <message>
            <source>Not synchronised yet</source>
            <translation>Noch nicht synchronisiert</translation>
        </message>
        <message>
            <source>Cannot synchronise since %1: %2</source>
            <translation>Synchronisieren schlägt seit %1 fehl: %2</translation>
        </message>
        <message>
            <source>Up to date · %1</source>
            <translation>Aktuell · %1</translation>
        </message>
    </context>
    <context>
        <name>Tenant</name>
        <message>
            <source>This was changed in another window or by idvctl meanwhile, and nothing was overwritten. Open the tenant again, look at it, and save once more.</source>
            <translation>Das wurde inzwischen in einem anderen Fenster oder von idvctl geändert, und nichts wurde überschrieben. Öffnen Sie den Mandanten erneut, sehen Sie es sich an und speichern Sie noch einmal.</translation>
        </message>
        <message>
            <source>Only a proxy that is named here is signed in to.</source>
            <translation>Angemeldet wird nur bei einem Proxy, der hier genannt ist.</translation>
        </message>
        <message>
            <source>DocuVerify’s answers have one form: only words for the status, and places in a callback, can differ.</source>
            <translation>Antworten von DocuVerify haben nur eine Form: Nur Wörter für den Status und Stellen in einem Callback können anders sein.</translation>
        </message>
        <message>
            <source>With DocuVerify “%1” says that a session ended, not how.</source>
            <translation>Bei DocuVerify sagt „%1“, dass eine Sitzung zu Ende ist, nicht wie.</translation>
        </message>
        <message>
            <source>Where this tenant is, or how its provider is called, was changed in another window or by idvctl. Open it again.</source>
            <translation>Wo dieser Mandant ist oder wie sein Anbieter aufgerufen wird, wurde in einem anderen Fenster oder durch idvctl geändert. Bitte neu öffnen.</translation>
        </message>
        <message>
            <source>These settings were changed meanwhile, here or in another window. Nothing was changed: look at them again.</source>
            <translation>Diese Einstellungen wurden inzwischen geändert, hier oder in einem anderen Fenster. Nichts wurde geändert: Bitte neu ansehen.</translation>
        </message>
        <message numerus="yes">
            <source>%n verification(s) of this tenant are open or held, and were started with the provider as it is. End them first, or wait until they have ended.</source>
            <translation>
                <numerusform>%n Verifizierung dieses Mandanten ist offen oder zurückgehalten und wurde mit dem jetzigen Anbieter gestartet. Bitte zuerst beenden oder warten, bis sie beendet ist.</numerusform>
                <numerusform>%n Verifizierungen dieses Mandanten sind offen oder zurückgehalten und wurden mit dem jetzigen Anbieter gestartet. Bitte zuerst beenden oder warten, bis sie beendet sind.</numerusform>
            </translation>
        </message>
        <message>
            <source>The address is missing.</source>
            <translation>Die Adresse fehlt.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is a placeholder. Enter the tenant&apos;s own address.</source>
            <translation>„%1“ ist ein Platzhalter. Die eigene Adresse des Mandanten eingeben.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not an address. It starts with https:// and names a host.</source>
            <translation>„%1“ ist keine Adresse. Sie beginnt mit https:// und nennt einen Rechner.</translation>
        </message>
        <message>
            <source>http:// sends credentials unprotected. Use https://; http:// is for this computer only.</source>
            <translation>http:// sendet Zugangsdaten ungeschützt. https:// verwenden; http:// ist nur für diesen Rechner.</translation>
        </message>
        <message>
            <source>The address starts with https://.</source>
            <translation>Die Adresse beginnt mit https://.</translation>
        </message>
        <message>
            <source>The address has no user name, no ? and no #.</source>
            <translation>Die Adresse hat keinen Benutzernamen, kein ? und kein #.</translation>
        </message>
        <message>
            <source>%1 is missing.</source>
            <translation>%1 fehlt.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is a placeholder. Enter the real value.</source>
            <translation>„%1“ ist ein Platzhalter. Den echten Wert eingeben.</translation>
        </message>
        <message>
            <source>%1 is longer than %2 characters.</source>
            <translation>%1 ist länger als %2 Zeichen.</translation>
        </message>
        <message>
            <source>The path is missing.</source>
            <translation>Der Pfad fehlt.</translation>
        </message>
        <message>
            <source>The path needs {sessionId} where the session&apos;s id goes.</source>
            <translation>Der Pfad braucht {sessionId} an der Stelle der Sitzungs-ID.</translation>
        </message>
        <message>
            <source>The name</source>
            <translation>Der Name</translation>
        </message>
        <message>
            <source>That is a page's address, or one with a path. The API answers at %1.</source>
            <translation>Das ist die Adresse einer Seite oder eine mit Pfad. Die API antwortet unter %1.</translation>
        </message>
        <message>
            <source>The client ID</source>
            <translation>Die Client-ID</translation>
        </message>
        <message>
            <source>The community ID</source>
            <translation>Die Community-ID</translation>
        </message>
        <message>
            <source>Writing to an account needs the ID of the flat-file source.</source>
            <translation>Das Schreiben in ein Konto braucht die ID der Flat-File-Quelle.</translation>
        </message>
        <message>
            <source>The proxy is &quot;none&quot; or an address like http://proxy.example:8080, without a password.</source>
            <translation>Der Proxy ist „none“ oder eine Adresse wie http://proxy.example:8080, ohne Passwort.</translation>
        </message>
        <message>
            <source>The certificate file &quot;%1&quot; cannot be read.</source>
            <translation>Die Zertifikatsdatei „%1“ ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The interval is 1 to 1,095 days.</source>
            <translation>Der Abstand beträgt 1 bis 1.095 Tage.</translation>
        </message>
        <message>
            <source>The warning starts 0 days before the due date, or at most one interval.</source>
            <translation>Die Warnung beginnt 0 Tage vor der Fälligkeit oder höchstens einen Abstand davor.</translation>
        </message>
        <message>
            <source>A tenant named &quot;%1&quot; is already there. Choose another name.</source>
            <translation>Einen Mandanten namens „%1“ gibt es schon. Anderen Namen wählen.</translation>
        </message>
        <message>
            <source>The DVC ID</source>
            <translation>Die DVC-ID</translation>
        </message>
        <message>
            <source>The curve is secp256k1 or P-256.</source>
            <translation>Die Kurve ist secp256k1 oder P-256.</translation>
        </message>
        <message>
            <source>Places in an answer are JSON pointers, for example /session_id.</source>
            <translation>Stellen in einer Antwort sind JSON-Zeiger, zum Beispiel /session_id.</translation>
        </message>
        <message>
            <source>The provider needs its word for at least one document.</source>
            <translation>Der Anbieter braucht sein Wort für mindestens einen Ausweis.</translation>
        </message>
        <message>
            <source>Two documents have the same word.</source>
            <translation>Zwei Ausweise haben dasselbe Wort.</translation>
        </message>
        <message>
            <source>A link lives between 1 and 1,440 minutes.</source>
            <translation>Ein Link lebt zwischen 1 und 1.440 Minuten.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no time zone. One is named like Europe/Oslo.</source>
            <translation>„%1“ ist keine Zeitzone. Sie heißen zum Beispiel Europe/Oslo.</translation>
        </message>
        <message>
            <source>A simulator runs on this computer: a tenant elsewhere is production or sandbox.</source>
            <translation>Ein Simulator läuft auf diesem Rechner: Ein Mandant anderswo ist Produktion oder Sandbox.</translation>
        </message>
        <message>
            <source>The address of IdentityIQ ends with its context path: %1.</source>
            <translation>Die Adresse von IdentityIQ endet mit ihrem Kontextpfad: %1.</translation>
        </message>
        <message>
            <source>Writing through a workflow needs the workflow&apos;s ID, in IdentityIQ its name.</source>
            <translation>Das Schreiben über einen Workflow braucht die ID des Workflows, bei IdentityIQ seinen Namen.</translation>
        </message>
        <message>
            <source>%1 has no such way of writing results.</source>
            <translation>%1 kann Ergebnisse nicht auf diese Weise schreiben.</translation>
        </message>
        <message>
            <source>Not available with %1.</source>
            <translation>Mit %1 nicht verfügbar.</translation>
        </message>
        <message>
            <source>A tunnel begins on this computer and leads to a tenant in production or a sandbox.</source>
            <translation>Ein Tunnel beginnt auf diesem Computer und führt zu einem Mandanten in Produktion oder in einer Sandbox.</translation>
        </message>
        <message>
            <source>This address is on this computer. Say whether it is a simulator (--environment simulator) or a tunnel to the real tenant (--tunnel): a simulator&apos;s requests are recorded as they are.</source>
            <translation>Diese Adresse liegt auf diesem Computer. Angeben, ob es ein Simulator (--environment simulator) oder ein Tunnel zum echten Mandanten (--tunnel) ist: Anfragen eines Simulators werden aufgezeichnet, wie sie sind.</translation>
        </message>
        <message>
            <source>%1 holds a line end or another control character.</source>
            <translation>%1 enthält ein Zeilenende oder ein anderes Steuerzeichen.</translation>
        </message>
        <message>
            <source>The path starts with one / and has only plain characters: no spaces, no line ends, no # and no .. in it.</source>
            <translation>Der Pfad beginnt mit einem / und hat nur einfache Zeichen: keine Leerzeichen, keine Zeilenenden, kein # und kein .. darin.</translation>
        </message>
        <message>
            <source>The tenant tag is sent in a header: plain letters, digits and signs only.</source>
            <translation>Das Mandanten-Kennzeichen wird in einer Kopfzeile gesendet: nur einfache Buchstaben, Ziffern und Zeichen.</translation>
        </message>
        <message>
            <source>This tenant was removed from the console. Nothing was sent.</source>
            <translation>Dieser Mandant wurde aus der Konsole entfernt. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The stored settings of this tenant cannot be read. Nothing was sent.</source>
            <translation>Die gespeicherten Einstellungen dieses Mandanten sind nicht lesbar. Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The tenant was removed from the console.</source>
            <translation>Der Mandant wurde aus der Konsole entfernt.</translation>
        </message>
        <message numerus="yes">
            <source>%n verification(s) of this tenant are open or held. End them first, or remove the tenant together with them.</source>
            <translation>
                <numerusform>%n Prüfung dieses Mandanten ist offen oder zurückgehalten. Zuerst beenden oder den Mandanten mit ihr entfernen.</numerusform>
                <numerusform>%n Prüfungen dieses Mandanten sind offen oder zurückgehalten. Zuerst beenden oder den Mandanten mit ihnen entfernen.</numerusform>
            </translation>
        </message>
        <message>
            <source>This tenant was removed from the console. Nothing was changed.</source>
            <translation>Dieser Mandant wurde aus der Konsole entfernt. Es wurde nichts geändert.</translation>
        </message>
    </context>
    <context>
        <name>TenantGuard</name>
        <message>
            <source>This tenant is locked: read only.</source>
            <translation>Dieser Mandant ist gesperrt: nur lesen.</translation>
        </message>
        <message>
            <source>Open a tenant first.</source>
            <translation>Erst einen Mandanten öffnen.</translation>
        </message>
    </context>
    <context>
        <name>TenantJson</name>
        <message>
            <source>What is stored of the callback receiver</source>
            <translation>Was vom Callback-Empfänger gespeichert ist,</translation>
        </message>
        <message>
            <source>Settings, Callback receiver, Reset this page</source>
            <translation>Einstellungen, Callback-Empfänger, Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>The tenant “%1”</source>
            <translation>Der Mandant „%1“</translation>
        </message>
        <message>
            <source>remove it and add it again, in Settings, Tenants, or with idvctl tenant remove</source>
            <translation>entfernen und neu hinzufügen, unter Einstellungen, Mandanten, oder mit idvctl tenant remove</translation>
        </message>
    </context>
    <context>
        <name>Tenants</name>
        <message>
            <source>Another window or idvctl is storing secrets just now. Nothing was changed. Try again in a moment.</source>
            <translation>Ein anderes Fenster oder idvctl speichert gerade Geheimnisse. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>This tenant's address or client was changed meanwhile: these secrets were tried for another one. Look at it again.</source>
            <translation>Adresse oder Client dieses Mandanten wurden inzwischen geändert: Diese Geheimnisse wurden für andere ausprobiert. Bitte neu ansehen.</translation>
        </message>
        <message numerus="yes">
            <source>%n secret(s) are still in the keychain and are removed as soon as it can be used: %1</source>
            <translation>
                <numerusform>%n Geheimnis ist noch im Schlüsselbund und wird entfernt, sobald er benutzt werden kann: %1</numerusform>
                <numerusform>%n Geheimnisse sind noch im Schlüsselbund und werden entfernt, sobald er benutzt werden kann: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TestInput</name>
        <message>
            <source>Line %1, column %2: %3</source>
            <translation>Zeile %1, Spalte %2: %3</translation>
        </message>
        <message>
            <source>One JSON object is expected.</source>
            <translation>Erwartet wird ein JSON-Objekt.</translation>
        </message>
    </context>
    <context>
        <name>UnmatchedCallbacks</name>
        <message>
            <source>Somebody has decided about this callback already.</source>
            <translation>Über diesen Callback hat schon jemand entschieden.</translation>
        </message>
        <message>
            <source>The callback names another user than this session&apos;s.</source>
            <translation>Der Callback nennt einen anderen Benutzer als diese Sitzung.</translation>
        </message>
        <message>
            <source>The provider knows this session by another id.</source>
            <translation>Der Anbieter kennt diese Sitzung unter einer anderen Kennung.</translation>
        </message>
        <message>
            <source>Nothing is open for this session at the provider.</source>
            <translation>Für diese Sitzung ist beim Anbieter nichts offen.</translation>
        </message>
        <message>
            <source>The callback does not name the user, so nothing shows that it belongs to this session.</source>
            <translation>Der Callback nennt den Benutzer nicht; nichts zeigt, dass er zu dieser Sitzung gehört.</translation>
        </message>
    </context>
    <context>
        <name>Vault</name>
        <message>
            <source>The keychain is ready.</source>
            <translation>Der Schlüsselbund ist bereit.</translation>
        </message>
        <message>
            <source>The keychain is locked. Unlock it to connect; the console stores no secret anywhere else.</source>
            <translation>Der Schlüsselbund ist gesperrt. Zum Verbinden entsperren; die Konsole speichert Geheimnisse nirgends sonst.</translation>
        </message>
        <message>
            <source>The keychain has no keyring yet. Create one in the desktop&apos;s password settings, then try again.</source>
            <translation>Es gibt noch keinen Schlüsselbund. In den Passworteinstellungen des Desktops anlegen, dann erneut versuchen.</translation>
        </message>
        <message>
            <source>No keychain service runs in this session. Install gnome-keyring or KWallet, or give the secrets for this run only.</source>
            <translation>In dieser Sitzung läuft kein Schlüsselbunddienst. gnome-keyring oder KWallet installieren oder die Geheimnisse nur für diesen Lauf eingeben.</translation>
        </message>
        <message>
            <source>There is no desktop session, so no keychain. Give the secrets for this run only, with --secrets -.</source>
            <translation>Es gibt keine Desktopsitzung, also keinen Schlüsselbund. Geheimnisse nur für diesen Lauf mit --secrets - geben.</translation>
        </message>
        <message>
            <source>The keychain does not answer. It may be waiting for its password.</source>
            <translation>Der Schlüsselbund antwortet nicht. Vielleicht wartet er auf sein Passwort.</translation>
        </message>
        <message>
            <source>The keychain refused the request.</source>
            <translation>Der Schlüsselbund hat die Anfrage abgelehnt.</translation>
        </message>
        <message>
            <source>The keychain holds no such secret.</source>
            <translation>Der Schlüsselbund enthält kein solches Geheimnis.</translation>
        </message>
        <message>
            <source>The keychain did not keep the secret.</source>
            <translation>Der Schlüsselbund hat das Geheimnis nicht behalten.</translation>
        </message>
        <message>
            <source>The keychain still holds the secret.</source>
            <translation>Der Schlüsselbund enthält das Geheimnis noch.</translation>
        </message>
    </context>
    <context>
        <name>Verifier</name>
        <message>
            <source>The secrets of this tenant are missing. Enter them in Settings, Tenants.</source>
            <translation>Die Geheimnisse dieses Mandanten fehlen. Eingeben unter Einstellungen, Mandanten.</translation>
        </message>
        <message>
            <source>This person&apos;s lifecycle state is not active.</source>
            <translation>Der Lebenszyklus dieser Person ist nicht aktiv.</translation>
        </message>
        <message>
            <source>No usable contact on file for this way of sending. Show the QR code, or have the record corrected first.</source>
            <translation>Für diesen Weg ist kein brauchbarer Kontakt hinterlegt. QR-Code zeigen oder den Eintrag zuerst berichtigen lassen.</translation>
        </message>
        <message>
            <source>The provider&apos;s profile has no such way of sending.</source>
            <translation>Das Profil des Anbieters kennt diesen Weg nicht.</translation>
        </message>
        <message>
            <source>This reason needs a ticket number.</source>
            <translation>Dieser Anlass braucht eine Ticketnummer.</translation>
        </message>
        <message>
            <source>The ticket number is longer than 64 characters.</source>
            <translation>Die Ticketnummer ist länger als 64 Zeichen.</translation>
        </message>
        <message>
            <source>The assurance level is 1 or 2.</source>
            <translation>Die Vertrauensstufe ist 1 oder 2.</translation>
        </message>
        <message>
            <source>Choose at least one document.</source>
            <translation>Mindestens ein Dokument wählen.</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no document type. Known: passport, drivers_license, national_id.</source>
            <translation>„%1“ ist kein Dokumenttyp. Bekannt: passport, drivers_license, national_id.</translation>
        </message>
        <message>
            <source>The session has moved on meanwhile.</source>
            <translation>Die Sitzung hat sich inzwischen geändert.</translation>
        </message>
        <message>
            <source>Three verifications of this person failed within 24 hours. Stop and follow your escalation procedure.</source>
            <translation>Drei Prüfungen dieser Person sind binnen 24 Stunden fehlgeschlagen. Anhalten und das Eskalationsverfahren befolgen.</translation>
        </message>
        <message>
            <source>This link cannot be sent again: the provider has no call for it, or the session is closed.</source>
            <translation>Dieser Link kann nicht erneut gesendet werden: Der Anbieter hat keinen Aufruf dafür, oder die Sitzung ist beendet.</translation>
        </message>
        <message>
            <source>The link was sent a moment ago. It can be sent again in %1 s.</source>
            <translation>Der Link wurde eben gesendet. In %1 s geht es erneut.</translation>
        </message>
        <message>
            <source>Replaced by a new verification</source>
            <translation>Durch eine neue Prüfung ersetzt</translation>
        </message>
        <message>
            <source>This provider takes one type of document a session: choose one.</source>
            <translation>Dieser Anbieter nimmt je Sitzung eine Ausweisart: eine wählen.</translation>
        </message>
        <message>
            <source>Account recovery asks for IAL2 at least.</source>
            <translation>Die Kontowiederherstellung verlangt mindestens IAL2.</translation>
        </message>
        <message>
            <source>This contact changed in the last 14 days, or its age is not known. Say why it is used (contact reason), or show the QR code.</source>
            <translation>Dieser Kontakt hat sich in den letzten 14 Tagen geändert, oder sein Alter ist unbekannt. Sagen, warum er benutzt wird (Kontaktgrund), oder den QR-Code zeigen.</translation>
        </message>
        <message>
            <source>This tenant has no such session.</source>
            <translation>Dieser Mandant hat keine solche Sitzung.</translation>
        </message>
        <message>
            <source>The ticket number does not have the agreed form.</source>
            <translation>Die Ticketnummer hat nicht die vereinbarte Form.</translation>
        </message>
        <message>
            <source>Example: %1</source>
            <translation>Beispiel: %1</translation>
        </message>
        <message>
            <source>By the settings this reason asks for IAL2 at least.</source>
            <translation>Nach den Einstellungen verlangt dieser Grund mindestens IAL2.</translation>
        </message>
        <message>
            <source>The provider&apos;s profile has no word for this document.</source>
            <translation>Das Profil des Anbieters hat kein Wort für dieses Dokument.</translation>
        </message>
        <message>
            <source>Nobody knows who sits here: an account recovery needs the operator&apos;s own SailPoint identity. Register it first (Settings, Tenants, or idvctl operator).</source>
            <translation>Niemand weiß, wer hier sitzt: Eine Kontowiederherstellung braucht die eigene SailPoint-Identität des Bedieners. Sie zuerst registrieren (Einstellungen, Mandanten oder idvctl operator).</translation>
        </message>
        <message>
            <source>Nobody knows who sits here: about a result that is held, nobody can decide then, and only a new verification helps. Register the operator first (Settings, Tenants, or idvctl operator).</source>
            <translation>Niemand weiß, wer hier sitzt: Über ein zurückgehaltenes Ergebnis kann dann niemand entscheiden, und nur eine neue Verifizierung hilft. Registrieren Sie zuerst den Bearbeiter (Einstellungen, Mandanten, oder idvctl operator).</translation>
        </message>
    </context>
    <context>
        <name>WriteBack</name>
        <message>
            <source>This SailPoint tenant has no call that writes identity attributes. Choose &quot;account&quot; or &quot;workflow&quot; in Settings.</source>
            <translation>Dieser SailPoint-Mandant kennt keinen Aufruf, der Identitätsattribute schreibt. In den Einstellungen „account“ oder „workflow“ wählen.</translation>
        </message>
        <message>
            <source>SailPoint&apos;s processing task ended with: %1</source>
            <translation>SailPoints Verarbeitung endete mit: %1</translation>
        </message>
        <message>
            <source>The log does not prove this result, so nothing was written. Verify this person again.</source>
            <translation>Das Protokoll belegt dieses Ergebnis nicht, daher wurde nichts geschrieben. Diese Person erneut prüfen.</translation>
        </message>
    </context>
    <context>
        <name>models::AuditModel</name>
        <message>
            <source>(removed)</source>
            <translation>(entfernt)</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>Hash</translation>
        </message>
    </context>
    <context>
        <name>ui::ActivityCard</name>
        <message>
            <source>Recent activity</source>
            <translation>Zuletzt geschehen</translation>
        </message>
        <message>
            <source>Open audit log</source>
            <translation>Protokoll öffnen</translation>
        </message>
        <message>
            <source>Nothing happened yet.</source>
            <translation>Noch ist nichts geschehen.</translation>
        </message>
    </context>
    <context>
        <name>ui::ActivityDialog</name>
        <message>
            <source>Active accounts</source>
            <translation>Aktive Konten</translation>
        </message>
        <message>
            <source>Which lifecycle states stand for an active account?</source>
            <translation>Welche Lebenszyklusstatus stehen für ein aktives Konto?</translation>
        </message>
        <message>
            <source>Only an active account is recovered. What SailPoint says of a lifecycle state counts before this table; locked or disabled always wins. What is in neither is not known.</source>
            <translation>Nur ein aktives Konto wird wiederhergestellt. Was SailPoint über einen Lebenszyklusstatus sagt, gilt vor dieser Tabelle; gesperrt oder deaktiviert gewinnt immer. Was in keinem von beiden steht, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Identity profile</source>
            <translation>Identitätsprofil</translation>
        </message>
        <message>
            <source>Lifecycle state</source>
            <translation>Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <source>Every profile</source>
            <translation>Jedes Profil</translation>
        </message>
        <message>
            <source>No lifecycle state</source>
            <translation>Kein Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Aktiv</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>Inaktiv</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>Wird gezählt…</translation>
        </message>
        <message>
            <source>What is stored cannot be read; saving replaces it</source>
            <translation>Was gespeichert ist, ist nicht lesbar; Sichern ersetzt es</translation>
        </message>
        <message>
            <source>There is no complete local copy yet: how many people have a word that is not listed is not known.</source>
            <translation>Es gibt noch keine vollständige lokale Kopie: wie viele Personen ein Wort haben, das nicht in der Liste steht, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>The local copy cannot be read: how many people have a word that is not listed is not known.</source>
            <translation>Die lokale Kopie ist nicht lesbar: wie viele Personen ein Wort haben, das nicht in der Liste steht, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Reading what is stored…</source>
            <translation>Gespeichertes wird gelesen…</translation>
        </message>
        <message>
            <source>Add or select a line first.</source>
            <translation>Zuerst eine Zeile hinzufügen oder auswählen.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gesichert…</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Everybody in the local copy has a word that is listed.</source>
            <translation>Alle in der lokalen Kopie haben ein Wort, das in der Liste steht.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people have a lifecycle word that is not listed: their accounts count as not known, unless SailPoint says what it means.</source>
            <translation>
                <numerusform>%Ln Person hat einen Lebenszyklusstatus, der nicht in der Liste steht: ob ihr Konto aktiv ist, gilt als nicht bekannt, außer SailPoint sagt, was er bedeutet.</numerusform>
                <numerusform>%Ln Personen haben einen Lebenszyklusstatus, der nicht in der Liste steht: ob ihre Konten aktiv sind, gilt als nicht bekannt, außer SailPoint sagt, was er bedeutet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::AppContext</name>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>SailPoint’s task %1</source>
            <translation>SailPoints Aufgabe %1</translation>
        </message>
        <message>
            <source>SailPoint asked to wait</source>
            <translation>SailPoint bittet zu warten</translation>
        </message>
        <message>
            <source>Nothing was done, and it is not asked again by itself. Try again in %1 s.</source>
            <translation>Es wurde nichts getan, und es wird nicht von selbst noch einmal angefragt. Versuchen Sie es in %1 s erneut.</translation>
        </message>
        <message>
            <source>It is not asked again by itself. Look in SailPoint before you try again.</source>
            <translation>Es wird nicht von selbst noch einmal angefragt. Sehen Sie in SailPoint nach, bevor Sie es erneut versuchen.</translation>
        </message>
    </context>
    <context>
        <name>ui::ApprovalList</name>
        <message>
            <source>Approvals</source>
            <translation>Genehmigungen</translation>
        </message>
        <message>
            <source>Person or access</source>
            <translation>Person oder Zugriff</translation>
        </message>
        <message>
            <source>Search approvals</source>
            <translation>Genehmigungen durchsuchen</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Open IdentityIQ</source>
            <translation>IdentityIQ öffnen</translation>
        </message>
        <message>
            <source>Requirements…</source>
            <translation>Anforderungen…</translation>
        </message>
        <message>
            <source>What people need before they get some access</source>
            <translation>Was Personen brauchen, bevor sie einen Zugriff bekommen</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Access requests</source>
            <translation>Zugriffsanträge</translation>
        </message>
        <message>
            <source>Access reviews</source>
            <translation>Zugriffsüberprüfungen</translation>
        </message>
        <message>
            <source>Not verified</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message>
            <source>The list cannot be read</source>
            <translation>Die Liste ist nicht lesbar</translation>
        </message>
        <message>
            <source>What SailPoint said stands above.</source>
            <translation>Was SailPoint sagte, steht oben.</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>Nothing waits for you.</source>
            <translation>Nichts wartet auf Sie.</translation>
        </message>
        <message>
            <source>Nothing fits.</source>
            <translation>Nichts passt.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln waiting for you</source>
            <translation>
                <numerusform>%Ln wartet auf Sie</numerusform>
                <numerusform>%Ln warten auf Sie</numerusform>
            </translation>
        </message>
        <message>
            <source>so far %L1 approved, %L2 denied</source>
            <translation>bisher %L1 genehmigt, %L2 abgelehnt</translation>
        </message>
        <message>
            <source>Checked %1</source>
            <translation>Geprüft %1</translation>
        </message>
    </context>
    <context>
        <name>ui::ApprovalPane</name>
        <message>
            <source>Approve…</source>
            <translation>Genehmigen…</translation>
        </message>
        <message>
            <source>Deny…</source>
            <translation>Ablehnen…</translation>
        </message>
        <message>
            <source>Open in SailPoint</source>
            <translation>In SailPoint öffnen</translation>
        </message>
        <message>
            <source>SailPoint is being asked.</source>
            <translation>SailPoint wird gefragt.</translation>
        </message>
        <message>
            <source>SailPoint is applying a decision about it already.</source>
            <translation>SailPoint setzt schon eine Entscheidung darüber um.</translation>
        </message>
        <message>
            <source>The identity verification is being looked at.</source>
            <translation>Die Identitätsprüfung wird gerade angesehen.</translation>
        </message>
        <message>
            <source>The API’s address tells no address for people.</source>
            <translation>Die Adresse der API verrät keine Adresse für Menschen.</translation>
        </message>
        <message>
            <source>SailPoint did not answer</source>
            <translation>SailPoint hat nicht geantwortet</translation>
        </message>
        <message>
            <source>It may have been done all the same. Look at the list before you try again.</source>
            <translation>Es kann trotzdem geschehen sein. Sehen Sie in die Liste, bevor Sie es erneut versuchen.</translation>
        </message>
        <message>
            <source>Approved; SailPoint is applying it.</source>
            <translation>Genehmigt; SailPoint setzt es um.</translation>
        </message>
        <message>
            <source>Denied; SailPoint is applying it.</source>
            <translation>Abgelehnt; SailPoint setzt es um.</translation>
        </message>
        <message>
            <source>Forwarded.</source>
            <translation>Weitergeleitet.</translation>
        </message>
        <message>
            <source>Open IdentityIQ</source>
            <translation>IdentityIQ öffnen</translation>
        </message>
        <message>
            <source>Approve all…</source>
            <translation>Alles genehmigen…</translation>
        </message>
        <message>
            <source>Revoke all…</source>
            <translation>Alles entziehen…</translation>
        </message>
        <message>
            <source>Everything in it has to be decided first.</source>
            <translation>Zuerst muss alles darin entschieden sein.</translation>
        </message>
        <message>
            <source>%1: done.</source>
            <translation>%1: erledigt.</translation>
        </message>
        <message>
            <source>Earlier steps could not be read</source>
            <translation>Frühere Schritte konnten nicht gelesen werden</translation>
        </message>
    </context>
    <context>
        <name>ui::ApprovalSheet</name>
        <message>
            <source>Verification</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>None: it is for a machine identity, not for a person</source>
            <translation>Keine: Es geht um eine Maschinenidentität, nicht um eine Person</translation>
        </message>
        <message>
            <source>Role “%1”</source>
            <translation>Rolle „%1“</translation>
        </message>
        <message>
            <source>Access profile “%1”</source>
            <translation>Zugriffsprofil „%1“</translation>
        </message>
        <message>
            <source>Entitlement “%1”</source>
            <translation>Berechtigung „%1“</translation>
        </message>
        <message>
            <source>Is given</source>
            <translation>Wird gegeben</translation>
        </message>
        <message>
            <source>Is taken away</source>
            <translation>Wird entzogen</translation>
        </message>
        <message>
            <source>Earlier steps</source>
            <translation>Frühere Schritte</translation>
        </message>
        <message>
            <source>Access request · asked %1</source>
            <translation>Zugriffsantrag · beantragt %1</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Für</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>Beantragt von</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Zugriff</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1 in %2</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>The access is taken away</source>
            <translation>Der Zugriff wird entzogen</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Reason given</source>
            <translation>Angegebener Grund</translation>
        </message>
        <message>
            <source>Approver</source>
            <translation>Genehmigende Person</translation>
        </message>
        <message>
            <source>Work group “%1”: whoever of it decides first</source>
            <translation>Arbeitsgruppe „%1“: wer von ihr zuerst entscheidet</translation>
        </message>
        <message>
            <source>Its members</source>
            <translation>Ihre Mitglieder</translation>
        </message>
        <message>
            <source>Access review · everything in it is decided together</source>
            <translation>Zugriffsüberprüfung · alles darin wird gemeinsam entschieden</translation>
        </message>
        <message>
            <source>Access review · it is decided in SailPoint</source>
            <translation>Zugriffsüberprüfung · sie wird in SailPoint entschieden</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Kampagne</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Prüfende Person</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Open since</source>
            <translation>Offen seit</translation>
        </message>
        <message>
            <source>It waits for %1</source>
            <translation>Er wartet auf %1</translation>
        </message>
        <message>
            <source>Whatever you decide, IdentityIQ shows as decided by %1. The audit log here shows you.</source>
            <translation>Was Sie entscheiden, zeigt IdentityIQ als Entscheidung von %1. Das Protokoll hier zeigt Sie.</translation>
        </message>
        <message>
            <source>Verify first</source>
            <translation>Zuerst prüfen</translation>
        </message>
        <message>
            <source>Whether the identity is verified could not be read.</source>
            <translation>Ob die Identität geprüft ist, ließ sich nicht lesen.</translation>
        </message>
        <message>
            <source>Verify first…</source>
            <translation>Zuerst prüfen…</translation>
        </message>
    </context>
    <context>
        <name>ui::ApprovalsPage</name>
        <message>
            <source>The access reviews cannot be read</source>
            <translation>Die Zugriffsüberprüfungen sind nicht lesbar</translation>
        </message>
    </context>
    <context>
        <name>ui::AttributeReadiness</name>
        <message>
            <source>Attribute readiness</source>
            <translation>Bereitschaft der Attribute</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>IdentityIQ has no identity profiles. Results are kept in extended identity attributes; the mapping to their names was chosen with the tenant.</source>
            <translation>IdentityIQ hat keine Identitätsprofile. Ergebnisse stehen in erweiterten Identitätsattributen; die Zuordnung zu ihren Namen wurde mit dem Mandanten gewählt.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Attribute in IdentityIQ</source>
            <translation>Attribut in IdentityIQ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>IDV attributes</source>
            <translation>IDV-Attribute</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>✓ Ready</source>
            <translation>✓ Bereit</translation>
        </message>
        <message>
            <source>Missing in IdentityIQ: add it as an extended identity attribute of type text</source>
            <translation>Fehlt in IdentityIQ: als erweitertes Identitätsattribut vom Typ Text anlegen</translation>
        </message>
        <message>
            <source>%1 of %2 ready</source>
            <translation>%1 von %2 bereit</translation>
        </message>
    </context>
    <context>
        <name>ui::AttributesStep</name>
        <message>
            <source>Attributes and write-back</source>
            <translation>Attribute und Rückschreiben</translation>
        </message>
        <message>
            <source>Which identity attribute holds which part of the result, and how a result gets there.</source>
            <translation>Welches Identitätsattribut welchen Teil des Ergebnisses enthält, und wie ein Ergebnis dorthin kommt.</translation>
        </message>
        <message>
            <source>Write-back</source>
            <translation>Rückschreiben</translation>
        </message>
        <message>
            <source>Flat-file source ID</source>
            <translation>ID der Flat-File-Quelle</translation>
        </message>
        <message>
            <source>Workflow ID</source>
            <translation>Workflow-ID</translation>
        </message>
        <message>
            <source>Only for writing to an account.</source>
            <translation>Nur zum Schreiben in ein Konto.</translation>
        </message>
        <message>
            <source>Only for writing through a workflow.</source>
            <translation>Nur zum Schreiben über einen Workflow.</translation>
        </message>
        <message>
            <source>Workflow name</source>
            <translation>Name des Workflows</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message>
            <source>Found in SailPoint</source>
            <translation>In SailPoint gefunden</translation>
        </message>
        <message>
            <source>Not in SailPoint yet</source>
            <translation>Noch nicht in SailPoint</translation>
        </message>
    </context>
    <context>
        <name>ui::AttributesTab</name>
        <message>
            <source>Find an attribute</source>
            <translation>Attribut suchen</translation>
        </message>
    </context>
    <context>
        <name>ui::AuditExportDialog</name>
        <message>
            <source>Export the audit log</source>
            <translation>Protokoll exportieren</translation>
        </message>
        <message>
            <source>All entries, in order. A file of JSON Lines can be proved without this console: it carries the signed heads and the public key.</source>
            <translation>Alle Einträge der Reihe nach. Eine Datei aus JSON Lines lässt sich ohne diese Konsole prüfen: Sie enthält die signierten Köpfe und den öffentlichen Schlüssel.</translation>
        </message>
        <message>
            <source>JSON Lines, provable</source>
            <translation>JSON Lines, nachprüfbar</translation>
        </message>
        <message>
            <source>CSV, for reading</source>
            <translation>CSV, zum Lesen</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Leave out names and contacts</source>
            <translation>Namen und Kontakte weglassen</translation>
        </message>
        <message>
            <source>It is not signed: %1</source>
            <translation>Sie ist nicht signiert: %1</translation>
        </message>
        <message>
            <source>Give the auditor this on another way: key %1. They prove the file with: idvctl audit verify FILE --key KEY</source>
            <translation>Geben Sie der Revision auf anderem Weg: Schlüssel %1. Sie prüft die Datei mit: idvctl audit verify DATEI --key SCHLÜSSEL</translation>
        </message>
        <message>
            <source>Give the auditor this on another way: head %1. They prove the file with: idvctl audit verify FILE --at-least HEAD</source>
            <translation>Geben Sie der Prüferin oder dem Prüfer dies auf anderem Weg: Kopf %1. Damit wird die Datei geprüft: idvctl audit verify DATEI --at-least KOPF</translation>
        </message>
    </context>
    <context>
        <name>ui::AuditInspector</name>
        <message>
            <source>Recorded data</source>
            <translation>Aufgezeichnete Daten</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>Kette</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>Vermerkt durch</translation>
        </message>
        <message>
            <source>On the computer</source>
            <translation>Auf dem Computer</translation>
        </message>
        <message>
            <source>not recorded then</source>
            <translation>damals nicht aufgezeichnet</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Gegenstand</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>Personenbezogene Daten</translation>
        </message>
        <message>
            <source>removed by retention; the digests stay</source>
            <translation>nach Fristablauf entfernt; die Prüfsummen bleiben</translation>
        </message>
        <message>
            <source>No: the entry does not have this hash</source>
            <translation>Nein: Der Eintrag hat diesen Hash nicht</translation>
        </message>
        <message>
            <source>No: the next entry names another hash</source>
            <translation>Nein: Der nächste Eintrag nennt einen anderen Hash</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>This entry</source>
            <translation>Dieser Eintrag</translation>
        </message>
        <message>
            <source>Previous entry</source>
            <translation>Voriger Eintrag</translation>
        </message>
        <message>
            <source>Next entry</source>
            <translation>Nächster Eintrag</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>Verkettet</translation>
        </message>
    </context>
    <context>
        <name>ui::AuditPage</name>
        <message>
            <source>Clear filters</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Person, ticket, action or entry number</source>
            <translation>Person, Ticket, Vorgang oder Eintragsnummer</translation>
        </message>
        <message>
            <source>Search the audit log</source>
            <translation>Protokoll durchsuchen</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>Letzte 24 Stunden</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>Letzte 12 Monate</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Verifications</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <source>Password resets</source>
            <translation>Passwort-Mails</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Kampagnen</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Tenants</source>
            <translation>Mandanten</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>Empfänger</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Verify chain</source>
            <translation>Kette prüfen</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>Einträge</translation>
        </message>
        <message>
            <source>Entries are never changed or deleted. Names can be left out of an export.</source>
            <translation>Einträge werden nie geändert oder gelöscht. Namen können beim Export wegbleiben.</translation>
        </message>
        <message>
            <source>The audit log cannot be read</source>
            <translation>Das Protokoll kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>No entry matches.</source>
            <translation>Kein Eintrag passt.</translation>
        </message>
        <message>
            <source>Recording starts with the first action.</source>
            <translation>Die Aufzeichnung beginnt mit dem ersten Vorgang.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln entries shown</source>
            <translation>
                <numerusform>%Ln Eintrag gezeigt</numerusform>
                <numerusform>%Ln Einträge gezeigt</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop checking</source>
            <translation>Prüfung anhalten</translation>
        </message>
        <message>
            <source>Not checked yet</source>
            <translation>Noch nicht geprüft</translation>
        </message>
        <message>
            <source>Verify the chain to see whether anything was changed.</source>
            <translation>Prüfen Sie die Kette, um zu sehen, ob etwas geändert wurde.</translation>
        </message>
        <message>
            <source>Checking the log</source>
            <translation>Das Protokoll wird geprüft</translation>
        </message>
        <message>
            <source>%1 entries so far</source>
            <translation>%1 Einträge bisher</translation>
        </message>
        <message>
            <source>The log was changed after it was written</source>
            <translation>Das Protokoll wurde nachträglich geändert</translation>
        </message>
        <message>
            <source>It is not repaired: export it as it is, and ask who had access to this computer.</source>
            <translation>Es wird nicht repariert: Exportieren Sie es, wie es ist, und fragen Sie, wer Zugang zu diesem Rechner hatte.</translation>
        </message>
        <message>
            <source>Show entry %1</source>
            <translation>Eintrag %1 zeigen</translation>
        </message>
        <message>
            <source>No entries yet.</source>
            <translation>Noch keine Einträge.</translation>
        </message>
        <message>
            <source>Not signed: %1</source>
            <translation>Nicht signiert: %1</translation>
        </message>
        <message>
            <source>Last signed %1, up to entry %2.</source>
            <translation>Zuletzt signiert %1, bis Eintrag %2.</translation>
        </message>
        <message>
            <source>Not signed yet.</source>
            <translation>Noch nicht signiert.</translation>
        </message>
        <message>
            <source>The log is complete and unchanged</source>
            <translation>Das Protokoll ist vollständig und unverändert</translation>
        </message>
        <message>
            <source>A session is not what the log recorded</source>
            <translation>Eine Sitzung ist nicht, was das Protokoll festhielt</translation>
        </message>
        <message>
            <source>From %1 to now, checked %2. Head %3.</source>
            <translation>Vom %1 bis jetzt, geprüft %2. Kopf %3.</translation>
        </message>
        <message>
            <source>The log hangs together, but nothing anchors it</source>
            <translation>Das Protokoll hängt zusammen, aber nichts verankert es</translation>
        </message>
    </context>
    <context>
        <name>ui::CallerBindingRow</name>
        <message>
            <source>Last four characters of the link, read back by the caller</source>
            <translation>Die letzten vier Zeichen des Links, vorgelesen</translation>
        </message>
        <message>
            <source>Code read back by the caller</source>
            <translation>Von der anrufenden Person vorgelesener Code</translation>
        </message>
        <message>
            <source>Check code</source>
            <translation>Code prüfen</translation>
        </message>
        <message>
            <source>Scanned in front of me</source>
            <translation>Vor mir gescannt</translation>
        </message>
        <message>
            <source>Did the caller scan the code on your screen, in front of you?</source>
            <translation>Hat die anrufende Person den Code auf diesem Bildschirm vor Ort gescannt?</translation>
        </message>
        <message>
            <source>It is recorded in your name. On the telephone, ask for the last four characters of the link instead.</source>
            <translation>Das wird unter dem eigenen Namen vermerkt. Am Telefon stattdessen nach den letzten vier Zeichen des Links fragen.</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>Yes, in front of me</source>
            <translation>Ja, vor Ort</translation>
        </message>
        <message>
            <source>The code is no longer on the screen. Ask for the last four characters of the link.</source>
            <translation>Der Code steht nicht mehr auf dem Bildschirm. Nach den letzten vier Zeichen des Links fragen.</translation>
        </message>
    </context>
    <context>
        <name>ui::CampaignCard</name>
        <message>
            <source>Sending speed per minute</source>
            <translation>Sendetempo je Minute</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <source>a minute</source>
            <translation>in der Minute</translation>
        </message>
        <message>
            <source>Dry run…</source>
            <translation>Probelauf…</translation>
        </message>
        <message>
            <source>Evidence…</source>
            <translation>Nachweise…</translation>
        </message>
        <message>
            <source>started %1 by %2</source>
            <translation>gestartet %1 von %2</translation>
        </message>
        <message>
            <source>made %1 by %2</source>
            <translation>angelegt %1 von %2</translation>
        </message>
        <message>
            <source>dry run at %1</source>
            <translation>Probelauf %1</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausieren</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Stop…</source>
            <translation>Beenden…</translation>
        </message>
        <message>
            <source>Cancel open links…</source>
            <translation>Offene Links abbrechen…</translation>
        </message>
        <message>
            <source>%1 of %2 sent</source>
            <translation>%1 von %2 gesendet</translation>
        </message>
        <message>
            <source>Nothing was tried or sent yet.</source>
            <translation>Noch wurde nichts probiert oder gesendet.</translation>
        </message>
        <message>
            <source>waiting until %1, asked by 1Kosmos</source>
            <translation>wartet bis %1, auf Bitte von 1Kosmos</translation>
        </message>
        <message>
            <source>waiting until %1, asked by SailPoint</source>
            <translation>wartet bis %1, auf Bitte von SailPoint</translation>
        </message>
        <message>
            <source>quiet hours until %1</source>
            <translation>Ruhezeit bis %1</translation>
        </message>
        <message>
            <source>today’s limit is reached; goes on at %1</source>
            <translation>die Tagesgrenze ist erreicht; weiter %1</translation>
        </message>
        <message>
            <source>finishing</source>
            <translation>wird abgeschlossen</translation>
        </message>
        <message numerus="yes">
            <source>about %Ln minute(s) left</source>
            <translation>
                <numerusform>noch etwa %Ln Minute</numerusform>
                <numerusform>noch etwa %Ln Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>verified</source>
            <translation>geprüft</translation>
        </message>
        <message>
            <source>held</source>
            <translation>zurückgehalten</translation>
        </message>
        <message>
            <source>failed or not used</source>
            <translation>nicht bestanden oder nicht genutzt</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>warten</translation>
        </message>
        <message>
            <source>reminded</source>
            <translation>erinnert</translation>
        </message>
        <message>
            <source>asked for, without an answer</source>
            <translation>angefragt, ohne Antwort</translation>
        </message>
        <message>
            <source>not sent</source>
            <translation>nicht gesendet</translation>
        </message>
        <message>
            <source>to send</source>
            <translation>zu senden</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>Campaign %1, %2, %3</source>
            <translation>Kampagne %1, %2, %3</translation>
        </message>
    </context>
    <context>
        <name>ui::CampaignDialog</name>
        <message>
            <source>Campaign</source>
            <translation>Kampagne</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>New campaign</source>
            <translation>Neue Kampagne</translation>
        </message>
        <message>
            <source>Everybody gets a link of their own, one after the other. Nothing is sent before you have seen the dry run.</source>
            <translation>Jede Person bekommt einen eigenen Link, eine nach der anderen. Nichts wird gesendet, bevor Sie den Probelauf gesehen haben.</translation>
        </message>
        <message>
            <source>Dry run…</source>
            <translation>Probelauf…</translation>
        </message>
        <message>
            <source>Reading what changed in SailPoint. Nothing is sent.</source>
            <translation>Änderungen in SailPoint werden gelesen. Nichts wird gesendet.</translation>
        </message>
        <message>
            <source>Choose a file first, or other people.</source>
            <translation>Wählen Sie zuerst eine Datei oder andere Personen.</translation>
        </message>
        <message>
            <source>Nothing has been sent yet</source>
            <translation>Noch wurde nichts gesendet</translation>
        </message>
        <message>
            <source>This is what “%1” would do now. Checked at %2; everybody is read from SailPoint once more right before their link.</source>
            <translation>Das täte „%1“ jetzt. Ermittelt um %2; jede Person wird direkt vor ihrem Link noch einmal aus SailPoint gelesen.</translation>
        </message>
        <message>
            <source>Start campaign</source>
            <translation>Kampagne starten</translation>
        </message>
        <message>
            <source>Keep as draft</source>
            <translation>Als Entwurf behalten</translation>
        </message>
        <message>
            <source>Nobody would get a link.</source>
            <translation>Niemand bekäme einen Link.</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Startet…</translation>
        </message>
        <message>
            <source>Type the number of people first.</source>
            <translation>Geben Sie zuerst die Anzahl der Personen ein.</translation>
        </message>
    </context>
    <context>
        <name>ui::CampaignForm</name>
        <message>
            <source>Renewals of %1</source>
            <translation>Erneuerungen vom %1</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message numerus="yes">
            <source>The %Ln selected</source>
            <translation>
                <numerusform>Die %Ln ausgewählte</numerusform>
                <numerusform>Die %Ln ausgewählten</numerusform>
            </translation>
        </message>
        <message>
            <source>All %L1 in this list, as it is at the dry run</source>
            <translation>Alle %L1 dieser Liste, wie sie beim Probelauf ist</translation>
        </message>
        <message>
            <source>People from a CSV file</source>
            <translation>Personen aus einer CSV-Datei</translation>
        </message>
        <message>
            <source>Choose file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>A verification link</source>
            <translation>Einen Link zur Prüfung</translation>
        </message>
        <message>
            <source>A reminder, by a SailPoint workflow</source>
            <translation>Eine Erinnerung durch einen SailPoint-Workflow</translation>
        </message>
        <message>
            <source>What they get</source>
            <translation>Was sie bekommen</translation>
        </message>
        <message>
            <source>The workflow’s ID</source>
            <translation>Die ID des Workflows</translation>
        </message>
        <message>
            <source>Workflow ID</source>
            <translation>Workflow-ID</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>Send the link by</source>
            <translation>Link senden per</translation>
        </message>
        <message>
            <source>the other way where this one does not reach</source>
            <translation>den anderen Weg, wo dieser nicht reicht</translation>
        </message>
        <message>
            <source>Wait for a link, hours</source>
            <translation>Auf einen Link warten, Stunden</translation>
        </message>
        <message>
            <source>Wait for a link</source>
            <translation>Auf einen Link warten</translation>
        </message>
        <message>
            <source>hours, or as long as the provider lets it live if that is shorter</source>
            <translation>Stunden, oder so lange der Anbieter ihn leben lässt, wenn das kürzer ist</translation>
        </message>
        <message>
            <source>Links a minute</source>
            <translation>Links je Minute</translation>
        </message>
        <message>
            <source>Links a day</source>
            <translation>Links je Tag</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>keine Grenze</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>a minute, at most</source>
            <translation>in der Minute, höchstens</translation>
        </message>
        <message>
            <source>a day</source>
            <translation>am Tag</translation>
        </message>
        <message>
            <source>none between</source>
            <translation>keine zwischen</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Ruhezeiten</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>Ruhe ab</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>Ruhe bis</translation>
        </message>
        <message>
            <source>in %1</source>
            <translation>in %1</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Vertrauensstufe</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Set idvVerified to false until the renewal completes</source>
            <translation>idvVerified auf false setzen, bis die Erneuerung abgeschlossen ist</translation>
        </message>
        <message>
            <source>Access that depends on it is lost until then.</source>
            <translation>Zugriffe, die davon abhängen, gehen bis dahin verloren.</translation>
        </message>
        <message>
            <source>A list of people</source>
            <translation>Eine Liste von Personen</translation>
        </message>
        <message>
            <source>CSV files (*.csv *.txt);;All files (*)</source>
            <translation>CSV-Dateien (*.csv *.txt);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>Die Datei kann nicht gelesen werden: %1</translation>
        </message>
        <message>
            <source>Line %1: %2: %3</source>
            <translation>Zeile %1: %2: %3</translation>
        </message>
        <message numerus="yes">
            <source>%Ln person(s) found.</source>
            <translation>
                <numerusform>%Ln Person gefunden.</numerusform>
                <numerusform>%Ln Personen gefunden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln line(s) name nobody.</source>
            <translation>
                <numerusform>%Ln Zeile nennt niemanden.</numerusform>
                <numerusform>%Ln Zeilen nennen niemanden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Lines that name nobody</source>
            <translation>Zeilen, die niemanden nennen</translation>
        </message>
        <message numerus="yes">
            <source>All in this list but the %Ln not selected, as it is at the dry run</source>
            <translation>
                <numerusform>Alle dieser Liste außer dem %Ln nicht ausgewählten, Stand des Probelaufs</numerusform>
                <numerusform>Alle dieser Liste außer den %Ln nicht ausgewählten, Stand des Probelaufs</numerusform>
            </translation>
        </message>
        <message>
            <source>A reminder sends no link.</source>
            <translation>Eine Erinnerung sendet keinen Link.</translation>
        </message>
        <message>
            <source>The people of a draft stay.</source>
            <translation>Die Personen eines Entwurfs bleiben.</translation>
        </message>
    </context>
    <context>
        <name>ui::CampaignList</name>
        <message>
            <source>Campaign</source>
            <translation>Kampagne</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Kampagnen</translation>
        </message>
        <message>
            <source>No campaigns yet.</source>
            <translation>Noch keine Kampagnen.</translation>
        </message>
        <message>
            <source>A campaign sends many people a link, one after the other, and can be paused at any time.</source>
            <translation>Eine Kampagne sendet vielen Personen nacheinander einen Link und lässt sich jederzeit pausieren.</translation>
        </message>
        <message>
            <source>New campaign…</source>
            <translation>Neue Kampagne…</translation>
        </message>
    </context>
    <context>
        <name>ui::CollectionDialog</name>
        <message>
            <source>Collection of requests</source>
            <translation>Sammlung von Anfragen</translation>
        </message>
        <message>
            <source>Kept in a file without any secret, and sent to the simulator’s receiver, each signed anew.</source>
            <translation>In einer Datei ohne jedes Geheimnis aufbewahrt und, jeweils neu signiert, an den Empfänger des Simulators gesendet.</translation>
        </message>
        <message>
            <source>Open…</source>
            <translation>Öffnen…</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Add the requests shown</source>
            <translation>Angezeigte Anfragen hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Requests of the collection</source>
            <translation>Anfragen der Sammlung</translation>
        </message>
        <message>
            <source>Body of the chosen request</source>
            <translation>Inhalt der gewählten Anfrage</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Send all</source>
            <translation>Alle senden</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Callback</source>
            <translation>Rückruf</translation>
        </message>
        <message>
            <source>Line %1, column %2: %3. It is sent as it stands.</source>
            <translation>Zeile %1, Spalte %2: %3. Es wird so gesendet, wie es dasteht.</translation>
        </message>
        <message>
            <source>The collection is empty.</source>
            <translation>Die Sammlung ist leer.</translation>
        </message>
        <message>
            <source>Only the simulator’s receiver is sent made-up requests.</source>
            <translation>Nur der Empfänger des Simulators bekommt erdachte Anfragen.</translation>
        </message>
        <message>
            <source>They are being sent.</source>
            <translation>Sie werden gesendet.</translation>
        </message>
        <message>
            <source>The list holds no request of a simulator.</source>
            <translation>Die Liste enthält keine Anfrage eines Simulators.</translation>
        </message>
        <message>
            <source>Select a request first.</source>
            <translation>Wählen Sie zuerst eine Anfrage.</translation>
        </message>
        <message>
            <source>Open a collection</source>
            <translation>Sammlung öffnen</translation>
        </message>
        <message>
            <source>This file is not read</source>
            <translation>Diese Datei wird nicht gelesen</translation>
        </message>
        <message>
            <source>At %1: %2</source>
            <translation>Bei %1: %2</translation>
        </message>
        <message>
            <source>Save the collection</source>
            <translation>Sammlung speichern</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>It was not saved</source>
            <translation>Sie wurde nicht gespeichert</translation>
        </message>
        <message>
            <source>%1: answered with %2</source>
            <translation>%1: beantwortet mit %2</translation>
        </message>
        <message>
            <source>What became of it is in the list of requests.</source>
            <translation>Was daraus wurde, steht in der Liste der Anfragen.</translation>
        </message>
    </context>
    <context>
        <name>ui::ConnectionTestCard</name>
        <message>
            <source>Connection test</source>
            <translation>Verbindungstest</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <source>Passed: %1</source>
            <translation>Bestanden: %1</translation>
        </message>
        <message>
            <source>Not proven: %1</source>
            <translation>Nicht nachgewiesen: %1</translation>
        </message>
        <message>
            <source>Warning: %1</source>
            <translation>Warnung: %1</translation>
        </message>
        <message>
            <source>Failed: %1</source>
            <translation>Fehlgeschlagen: %1</translation>
        </message>
    </context>
    <context>
        <name>ui::CurrentPolicy</name>
        <message>
            <source>No verification starts or ends</source>
            <translation>Keine Prüfung beginnt oder endet</translation>
        </message>
    </context>
    <context>
        <name>ui::DecisionForm</name>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Required when you deny</source>
            <translation>Beim Ablehnen erforderlich</translation>
        </message>
        <message>
            <source>Approve…</source>
            <translation>Genehmigen…</translation>
        </message>
        <message>
            <source>Deny…</source>
            <translation>Ablehnen…</translation>
        </message>
        <message>
            <source>Forward…</source>
            <translation>Weiterleiten…</translation>
        </message>
        <message>
            <source>Sign off…</source>
            <translation>Abschließen…</translation>
        </message>
        <message>
            <source>Say why: whoever asked reads it.</source>
            <translation>Sagen Sie, warum: Wer den Antrag stellte, liest es.</translation>
        </message>
        <message>
            <source>Say why: whoever gets it reads it.</source>
            <translation>Sagen Sie, warum: Wer ihn bekommt, liest es.</translation>
        </message>
        <message>
            <source>Say why access is taken away.</source>
            <translation>Sagen Sie, warum der Zugriff entzogen wird.</translation>
        </message>
    </context>
    <context>
        <name>ui::DeleteIdentityDialog</name>
        <message>
            <source>Type “%1” to confirm</source>
            <translation>Zum Bestätigen „%1“ eingeben</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Delete identity</source>
            <translation>Identität löschen</translation>
        </message>
        <message>
            <source>Delete %1 from SailPoint?</source>
            <translation>%1 aus SailPoint löschen?</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Noch einmal nachsehen</translation>
        </message>
        <message>
            <source>First it is asked what this identity owns.</source>
            <translation>Zuerst wird gefragt, was diese Identität besitzt.</translation>
        </message>
        <message>
            <source>The identity, its access and its history in SailPoint are deleted. This cannot be taken back.</source>
            <translation>Die Identität, ihre Zugriffe und ihre Geschichte in SailPoint werden gelöscht. Das lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>It cannot be deleted yet. Give this to somebody else in SailPoint, then look again.</source>
            <translation>Sie lässt sich noch nicht löschen. Übertragen Sie dies in SailPoint und sehen Sie dann noch einmal nach.</translation>
        </message>
        <message>
            <source>It owns nothing.</source>
            <translation>Sie besitzt nichts.</translation>
        </message>
    </context>
    <context>
        <name>ui::DetailPane</name>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Attributes</source>
            <translation>Attribute</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Zugriff</translation>
        </message>
        <message>
            <source>Ownership</source>
            <translation>Besitz</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
    </context>
    <context>
        <name>ui::DriftDialog</name>
        <message>
            <source>Differences with SailPoint</source>
            <translation>Abweichungen in SailPoint</translation>
        </message>
        <message>
            <source>Verified people for whom SailPoint stores something else than the provider said, by the local copy. Writing again reads the person from SailPoint first.</source>
            <translation>Geprüfte Personen, für die SailPoint nach der lokalen Kopie etwas anderes speichert, als der Anbieter gesagt hat. Erneutes Schreiben liest die Person zuerst aus SailPoint.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>Attribut</translation>
        </message>
        <message>
            <source>The provider said</source>
            <translation>Der Anbieter sagte</translation>
        </message>
        <message>
            <source>SailPoint stores</source>
            <translation>SailPoint speichert</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Write again</source>
            <translation>Erneut schreiben</translation>
        </message>
        <message>
            <source>The list cannot be made</source>
            <translation>Die Liste kann nicht erstellt werden</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>Angefordert</translation>
        </message>
        <message>
            <source>The line leaves the list once SailPoint shows the result.</source>
            <translation>Die Zeile verschwindet, sobald SailPoint das Ergebnis zeigt.</translation>
        </message>
        <message>
            <source>Choose a line first.</source>
            <translation>Wählen Sie zuerst eine Zeile.</translation>
        </message>
        <message>
            <source>It is being asked for.</source>
            <translation>Es wird gerade angefragt.</translation>
        </message>
        <message>
            <source>Verified here, not stored</source>
            <translation>Hier verifiziert, nicht gespeichert</translation>
        </message>
        <message numerus="yes">
            <source>%n verification(s) were not looked at yet: SailPoint has fifteen minutes to show a result, and the local copy has to be read after that.</source>
            <translation>
                <numerusform>%n Prüfung wurde noch nicht angesehen: SailPoint hat fünfzehn Minuten, ein Ergebnis zu zeigen, und die lokale Kopie muss danach gelesen werden.</numerusform>
                <numerusform>%n Prüfungen wurden noch nicht angesehen: SailPoint hat fünfzehn Minuten, ein Ergebnis zu zeigen, und die lokale Kopie muss danach gelesen werden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was compared yet.</source>
            <translation>Noch wurde nichts verglichen.</translation>
        </message>
        <message>
            <source>Nobody was verified here.</source>
            <translation>Hier wurde niemand verifiziert.</translation>
        </message>
        <message numerus="yes">
            <source>SailPoint stores what the provider said, in all %n compared.</source>
            <translation>
                <numerusform>SailPoint speichert, was der Anbieter sagte, in %n verglichenen Fall.</numerusform>
                <numerusform>SailPoint speichert, was der Anbieter sagte, in allen %n verglichenen Fällen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::DryRunView</name>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Show: %1</source>
            <translation>Zeigen: %1</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 Min.</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 Std. %2 Min.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln Tag</numerusform>
                <numerusform>%Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>are reminded by the workflow %1, which sends no link</source>
            <translation>werden durch den Workflow %1 erinnert, der keinen Link sendet</translation>
        </message>
        <message numerus="yes">
            <source>get a verification link, waited for %Ln hour(s)</source>
            <translation>
                <numerusform>bekommen einen Link, auf den %Ln Stunde gewartet wird</numerusform>
                <numerusform>bekommen einen Link, auf den %Ln Stunden gewartet wird</numerusform>
            </translation>
        </message>
        <message>
            <source>by e-mail</source>
            <translation>per E-Mail</translation>
        </message>
        <message>
            <source>by text message</source>
            <translation>per SMS</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Worth knowing</source>
            <translation>Gut zu wissen</translation>
        </message>
        <message>
            <source>at %1 a minute</source>
            <translation>bei %1 in der Minute</translation>
        </message>
        <message>
            <source>%L1 a day</source>
            <translation>%L1 am Tag</translation>
        </message>
        <message>
            <source>none in quiet hours</source>
            <translation>keine in Ruhezeiten</translation>
        </message>
        <message>
            <source>after “%1” has sent its last link</source>
            <translation>nachdem „%1“ den letzten Link gesendet hat</translation>
        </message>
        <message>
            <source>That is long: those who come last fall due meanwhile. Smaller campaigns, one a week, keep the list and the dry run true.</source>
            <translation>Das ist lang: Wer zuletzt kommt, wird inzwischen fällig. Kleinere Kampagnen, eine je Woche, halten Liste und Probelauf aktuell.</translation>
        </message>
        <message>
            <source>are past their grace period</source>
            <translation>haben ihre Nachfrist überschritten</translation>
        </message>
        <message>
            <source>lose idvVerified until they have renewed; access that depends on it goes with it</source>
            <translation>verlieren idvVerified bis zur Erneuerung; davon abhängige Zugriffe gehen mit</translation>
        </message>
        <message>
            <source>Type %1 to start</source>
            <translation>Geben Sie zum Starten %1 ein</translation>
        </message>
        <message>
            <source>Type %1 to start:</source>
            <translation>Geben Sie zum Starten %1 ein:</translation>
        </message>
    </context>
    <context>
        <name>ui::EditProfileDialog</name>
        <message>
            <source>Edit %1</source>
            <translation>%1 bearbeiten</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Sent is:</source>
            <translation>Gesendet wird:</translation>
        </message>
        <message>
            <source>What is sent</source>
            <translation>Was gesendet wird</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Noch ist nichts geändert.</translation>
        </message>
        <message>
            <source>A profile has a name.</source>
            <translation>Ein Profil hat einen Namen.</translation>
        </message>
        <message>
            <source>It is being saved.</source>
            <translation>Es wird gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>ui::EventRuleForm</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Empty: any</source>
            <translation>Leer: beliebig</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>Attribut</translation>
        </message>
        <message>
            <source>Empty: anything</source>
            <translation>Leer: beliebig</translation>
        </message>
        <message>
            <source>has the value</source>
            <translation>hat den Wert</translation>
        </message>
        <message>
            <source>Part of its name; empty: any</source>
            <translation>Teil des Namens; leer: beliebig</translation>
        </message>
        <message>
            <source>Access or review</source>
            <translation>Zugriff oder Überprüfung</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Vertrauensstufe</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>QR code</source>
            <translation>QR-Code</translation>
        </message>
        <message>
            <source>Send the link by</source>
            <translation>Link senden per</translation>
        </message>
        <message>
            <source>Starts by itself, without asking a person</source>
            <translation>Startet von selbst, ohne eine Person zu fragen</translation>
        </message>
        <message>
            <source>Only new and changed identities bring attributes.</source>
            <translation>Nur neue und geänderte Identitäten bringen Attribute mit.</translation>
        </message>
        <message>
            <source>Name the attribute first.</source>
            <translation>Nennen Sie zuerst das Attribut.</translation>
        </message>
        <message>
            <source>A new or changed identity asks for no access.</source>
            <translation>Eine neue oder geänderte Identität beantragt keinen Zugriff.</translation>
        </message>
    </context>
    <context>
        <name>ui::EventRulesDialog</name>
        <message>
            <source>Rules for events</source>
            <translation>Regeln für Ereignisse</translation>
        </message>
        <message>
            <source>Which events propose a verification</source>
            <translation>Welche Ereignisse eine Prüfung vorschlagen</translation>
        </message>
        <message>
            <source>Of SailPoint’s triggers that this console’s receiver is told of. The first rule that matches counts; whoever is verified well enough is left alone.</source>
            <translation>Von SailPoints Triggern, von denen der Empfänger dieser Konsole erfährt. Die erste passende Regel zählt; wer ausreichend geprüft ist, bleibt unbehelligt.</translation>
        </message>
        <message>
            <source>Approver in answers</source>
            <translation>Genehmigende Person in Antworten</translation>
        </message>
        <message>
            <source>A user name of SailPoint; empty: who runs the console</source>
            <translation>Ein Benutzername von SailPoint; leer: wer die Konsole bedient</translation>
        </message>
        <message>
            <source>Most that start by themselves in an hour</source>
            <translation>Höchstzahl, die in einer Stunde von selbst startet</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>The stored rules cannot be read; saving replaces them</source>
            <translation>Die gespeicherten Regeln sind nicht lesbar; Speichern ersetzt sie</translation>
        </message>
        <message>
            <source>Rules, the first that matches counts</source>
            <translation>Regeln, die erste passende zählt</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Rule %1</source>
            <translation>Regel %1</translation>
        </message>
        <message>
            <source>Select a rule first.</source>
            <translation>Wählen Sie zuerst eine Regel.</translation>
        </message>
        <message>
            <source>It is the first.</source>
            <translation>Sie ist die erste.</translation>
        </message>
        <message>
            <source>It is the last.</source>
            <translation>Sie ist die letzte.</translation>
        </message>
        <message>
            <source>Recorded in the audit log.</source>
            <translation>Wird im Prüfprotokoll festgehalten.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
    </context>
    <context>
        <name>ui::EvidenceDialog</name>
        <message>
            <source>Evidence pack: %1</source>
            <translation>Nachweispaket: %1</translation>
        </message>
        <message>
            <source>Everything that the console holds about this, to read; and beside it the audit log with the values of exactly these entries, which can be proved without the console.</source>
            <translation>Alles, was die Konsole dazu gespeichert hat, zum Lesen; daneben das Protokoll mit den Werten genau dieser Einträge, das sich ohne die Konsole prüfen lässt.</translation>
        </message>
    </context>
    <context>
        <name>ui::ExemptDialog</name>
        <message>
            <source>Exempt from renewal</source>
            <translation>Von der Erneuerung ausgenommen</translation>
        </message>
        <message>
            <source>Leave %1 out of renewals?</source>
            <translation>%1 von Erneuerungen ausnehmen?</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>End exemption</source>
            <translation>Ausnahme beenden</translation>
        </message>
        <message>
            <source>Exempt</source>
            <translation>Ausnehmen</translation>
        </message>
        <message>
            <source>Exempt already, entered by %1</source>
            <translation>Schon ausgenommen, eingetragen von %1</translation>
        </message>
        <message>
            <source>Allowed by: %1</source>
            <translation>Erlaubt von: %1</translation>
        </message>
        <message>
            <source>Campaigns pass over this person until the exemption ends. They stay past due where they are; the report for auditors lists them with the reason and with whoever allowed it.</source>
            <translation>Kampagnen übergehen diese Person, bis die Ausnahme endet. Sie bleibt überfällig, wo sie es ist; der Prüfbericht nennt sie mit dem Grund und mit der Person, die es erlaubt hat.</translation>
        </message>
        <message>
            <source>Whoever allows it signs in to IdentityIQ with their own user name and password: somebody else than you and than this person. They are used once and stored nowhere.</source>
            <translation>Wer die Ausnahme erlaubt, meldet sich mit eigenem Benutzernamen und Passwort bei IdentityIQ an: jemand anderes als die bedienende und als diese Person. Beides wird einmal verwendet und nirgends gespeichert.</translation>
        </message>
        <message>
            <source>Whoever allows it signs in with an own SailPoint personal access token: somebody else than you and than this person. It is used once and stored nowhere.</source>
            <translation>Wer die Ausnahme erlaubt, meldet sich mit einem eigenen Personal Access Token von SailPoint an: jemand anderes als die bedienende und als diese Person. Es wird einmal verwendet und nirgends gespeichert.</translation>
        </message>
        <message>
            <source>User name of whoever allows it</source>
            <translation>Benutzername der erlaubenden Person</translation>
        </message>
        <message>
            <source>Client ID of whoever allows it</source>
            <translation>Client-ID der erlaubenden Person</translation>
        </message>
        <message>
            <source>Password of whoever allows it</source>
            <translation>Passwort der erlaubenden Person</translation>
        </message>
        <message>
            <source>Client secret of whoever allows it</source>
            <translation>Client-Secret der erlaubenden Person</translation>
        </message>
        <message>
            <source>Use the simulated second person</source>
            <translation>Die simulierte zweite Person nehmen</translation>
        </message>
        <message>
            <source>Nobody was exempted</source>
            <translation>Niemand wurde ausgenommen</translation>
        </message>
    </context>
    <context>
        <name>ui::ExportDialog</name>
        <message>
            <source>Export people</source>
            <translation>Personen exportieren</translation>
        </message>
        <message>
            <source>From the local copy. The file holds personal data; number of rows and hash go to the audit log.</source>
            <translation>Aus der lokalen Kopie. Die Datei enthält personenbezogene Daten; Zeilenzahl und Hash kommen ins Prüfprotokoll.</translation>
        </message>
        <message>
            <source>All %L1 matching</source>
            <translation>Alle %L1 passenden</translation>
        </message>
        <message>
            <source>The %L1 selected</source>
            <translation>Die %L1 ausgewählten</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>The columns shown</source>
            <translation>Die gezeigten Spalten</translation>
        </message>
        <message>
            <source>All columns</source>
            <translation>Alle Spalten</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>CSV (comma-separated)</source>
            <translation>CSV (durch Kommas getrennt)</translation>
        </message>
        <message>
            <source>JSON Lines</source>
            <translation>JSON Lines</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>With byte order mark, for Excel</source>
            <translation>Mit Byte-Reihenfolge-Marke, für Excel</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) written</source>
            <translation>
                <numerusform>%Ln Zeile geschrieben</numerusform>
                <numerusform>%Ln Zeilen geschrieben</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is selected.</source>
            <translation>Niemand ist ausgewählt.</translation>
        </message>
        <message>
            <source>JSON Lines has none.</source>
            <translation>JSON Lines hat keine.</translation>
        </message>
    </context>
    <context>
        <name>ui::FaultsDialog</name>
        <message>
            <source>Faults of the simulators</source>
            <translation>Störungen der Simulatoren</translation>
        </message>
        <message>
            <source>They hold at once and for the simulator&apos;s tenant only, until they are removed or the console ends.</source>
            <translation>Sie gelten sofort und nur für den Mandanten des Simulators, bis sie entfernt werden oder die Konsole endet.</translation>
        </message>
        <message>
            <source>Faults in force</source>
            <translation>Geltende Störungen</translation>
        </message>
        <message>
            <source>Answer with an HTTP status</source>
            <translation>Mit einem HTTP-Status antworten</translation>
        </message>
        <message>
            <source>Answer later</source>
            <translation>Später antworten</translation>
        </message>
        <message>
            <source>Break the connection</source>
            <translation>Verbindung abbrechen</translation>
        </message>
        <message>
            <source>Break off inside the answer</source>
            <translation>Mitten in der Antwort abbrechen</translation>
        </message>
        <message>
            <source>Shortened answer</source>
            <translation>Verkürzte Antwort</translation>
        </message>
        <message>
            <source>Answer byte by byte</source>
            <translation>Byte für Byte antworten</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <source>429 above so many calls in ten seconds</source>
            <translation>429 ab so vielen Aufrufen in zehn Sekunden</translation>
        </message>
        <message>
            <source>always</source>
            <translation>immer</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>Anbieter</translation>
        </message>
        <message>
            <source>Operation</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>What goes wrong</source>
            <translation>Was schiefgeht</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Wie viel</translation>
        </message>
        <message>
            <source>Share of the calls</source>
            <translation>Anteil der Aufrufe</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Wie oft</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove all</source>
            <translation>Alle entfernen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Every call</source>
            <translation>Jeder Aufruf</translation>
        </message>
        <message>
            <source>This fault has no measure.</source>
            <translation>Diese Störung hat kein Maß.</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> ms</translation>
        </message>
        <message>
            <source>Select a fault first.</source>
            <translation>Erst eine Störung auswählen.</translation>
        </message>
        <message>
            <source>No fault is in force.</source>
            <translation>Keine Störung gilt.</translation>
        </message>
        <message>
            <source>The simulators are not running.</source>
            <translation>Die Simulatoren laufen nicht.</translation>
        </message>
        <message>
            <source>The faults were not changed</source>
            <translation>Die Störungen wurden nicht geändert</translation>
        </message>
    </context>
    <context>
        <name>ui::FilterDialog</name>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter people</source>
            <translation>Personen filtern</translation>
        </message>
        <message>
            <source>Everything you set has to hold. Within a list, one of the ticked values does.</source>
            <translation>Alles Gesetzte muss zutreffen, innerhalb einer Liste einer der angehakten Werte.</translation>
        </message>
        <message>
            <source>Identity profile</source>
            <translation>Identitätsprofil</translation>
        </message>
        <message>
            <source>Lifecycle state</source>
            <translation>Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>SailPoint status</source>
            <translation>SailPoint-Status</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>Beliebig</translation>
        </message>
        <message>
            <source>IDV status</source>
            <translation>IDV-Status</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Vertrauensstufe</translation>
        </message>
        <message>
            <source>Contact on file</source>
            <translation>Kontakt hinterlegt</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Only people whom SailPoint could not process</source>
            <translation>Nur Personen, die SailPoint nicht verarbeiten konnte</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Alles zurücksetzen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <source>from</source>
            <translation>ab</translation>
        </message>
        <message>
            <source>until</source>
            <translation>bis</translation>
        </message>
    </context>
    <context>
        <name>ui::FirstRunPage</name>
        <message>
            <source>Welcome to IDV Console</source>
            <translation>Willkommen bei IDV Console</translation>
        </message>
        <message>
            <source>Verify who is calling, keep verifications current, and prove it to your auditors.</source>
            <translation>Prüfen, wer anruft, Prüfungen aktuell halten und es den Prüfern belegen.</translation>
        </message>
        <message>
            <source>Add tenant…</source>
            <translation>Mandant hinzufügen…</translation>
        </message>
        <message>
            <source>Add your tenant</source>
            <translation>Ihren Mandanten hinzufügen</translation>
        </message>
        <message>
            <source>SailPoint address, 1Kosmos community and their credentials. About five minutes.</source>
            <translation>SailPoint-Adresse, 1Kosmos-Community und ihre Zugangsdaten. Etwa fünf Minuten.</translation>
        </message>
        <message>
            <source>Open simulator</source>
            <translation>Simulator öffnen</translation>
        </message>
        <message>
            <source>Try it with invented people</source>
            <translation>Mit erfundenen Personen ausprobieren</translation>
        </message>
        <message>
            <source>A simulator with invented identities. Nothing leaves this computer.</source>
            <translation>Ein Simulator mit erfundenen Identitäten. Nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>Import settings…</source>
            <translation>Einstellungen importieren…</translation>
        </message>
        <message>
            <source>Bring settings along</source>
            <translation>Einstellungen mitbringen</translation>
        </message>
        <message>
            <source>Tenants, policies and texts from another computer. Secrets are entered here.</source>
            <translation>Mandanten, Richtlinien und Texte von einem anderen Rechner. Geheimnisse werden hier eingegeben.</translation>
        </message>
    </context>
    <context>
        <name>ui::ForecastCard</name>
        <message>
            <source>Everyone else</source>
            <translation>Alle anderen</translation>
        </message>
        <message>
            <source>High-risk groups</source>
            <translation>Gruppen mit hohem Risiko</translation>
        </message>
        <message>
            <source>Verifications falling due</source>
            <translation>Fällig werdende Prüfungen</translation>
        </message>
        <message>
            <source>Verifications falling due, chart</source>
            <translation>Fällig werdende Prüfungen, Diagramm</translation>
        </message>
        <message>
            <source>next 12 weeks · %1</source>
            <translation>nächste 12 Wochen · %1</translation>
        </message>
        <message>
            <source>Capacity %1 a week</source>
            <translation>Kapazität %1 je Woche</translation>
        </message>
        <message>
            <source>Set capacity…</source>
            <translation>Kapazität angeben…</translation>
        </message>
        <message>
            <source>high risk</source>
            <translation>hohes Risiko</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>%1 weitere</translation>
        </message>
        <message>
            <source>Over capacity: the weeks of %1.</source>
            <translation>Über der Kapazität: die Wochen ab %1.</translation>
        </message>
        <message>
            <source>Starting %1 renewals early keeps every week under %2.</source>
            <translation>%1 Erneuerungen früher zu beginnen hält jede Woche unter %2.</translation>
        </message>
        <message>
            <source>Even with an early start %1 renewals have no place before they are due.</source>
            <translation>Selbst bei frühem Beginn haben %1 Erneuerungen vor ihrer Fälligkeit keinen Platz.</translation>
        </message>
        <message>
            <source>Plan early renewals…</source>
            <translation>Frühe Erneuerungen planen…</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Kapazität</translation>
        </message>
        <message>
            <source>Renewals that your people can take part in and your helpdesk can follow up, a week (0: not set)</source>
            <translation>Erneuerungen je Woche, die Ihre Leute mitmachen und Ihr Helpdesk begleiten kann (0: nicht angegeben)</translation>
        </message>
    </context>
    <context>
        <name>ui::ForecastView</name>
        <message>
            <source>Week of %1: %2 due</source>
            <translation>Woche vom %1: %2 fällig</translation>
        </message>
        <message>
            <source>Nothing falls due in the next 12 weeks.</source>
            <translation>In den nächsten 12 Wochen wird nichts fällig.</translation>
        </message>
        <message>
            <source>above capacity of %1</source>
            <translation>über der Kapazität von %1</translation>
        </message>
    </context>
    <context>
        <name>ui::ForwardDialog</name>
        <message>
            <source>Forward</source>
            <translation>Weiterleiten</translation>
        </message>
        <message>
            <source>Who decides instead of you?</source>
            <translation>Wer entscheidet statt Ihnen?</translation>
        </message>
        <message>
            <source>Identity ID of the new approver</source>
            <translation>Identitäts-ID der neuen genehmigenden Person</translation>
        </message>
        <message>
            <source>Identity ID; the pane of a person shows it</source>
            <translation>Identitäts-ID; der Bereich einer Person zeigt sie</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Enter an identity ID first.</source>
            <translation>Geben Sie zuerst eine Identitäts-ID ein.</translation>
        </message>
    </context>
    <context>
        <name>ui::GateMarks</name>
        <message>
            <source>Met: %1</source>
            <translation>Erfüllt: %1</translation>
        </message>
        <message>
            <source>Not met: %1</source>
            <translation>Nicht erfüllt: %1</translation>
        </message>
        <message>
            <source>Not known yet: %1</source>
            <translation>Noch nicht bekannt: %1</translation>
        </message>
        <message>
            <source>Level too low</source>
            <translation>Stufe zu niedrig</translation>
        </message>
        <message>
            <source>Verified at IAL%1</source>
            <translation>Geprüft mit IAL%1</translation>
        </message>
        <message>
            <source>Name is different</source>
            <translation>Name ist anders</translation>
        </message>
        <message>
            <source>Name matches</source>
            <translation>Name stimmt</translation>
        </message>
        <message>
            <source>Name accepted</source>
            <translation>Name angenommen</translation>
        </message>
        <message>
            <source>Result genuine</source>
            <translation>Ergebnis echt</translation>
        </message>
        <message>
            <source>Account active</source>
            <translation>Konto aktiv</translation>
        </message>
        <message>
            <source>Caller holds the link</source>
            <translation>Anrufende Person hat den Link</translation>
        </message>
    </context>
    <context>
        <name>ui::GeneralPage</name>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Luftig</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Kompakt</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>Zeilenhöhe</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>Takes effect at the next start.</source>
            <translation>Wirkt beim nächsten Start.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Takes effect at the next start. Stored and exported times stay in UTC.</source>
            <translation>Gilt ab dem nächsten Start. Gespeicherte und exportierte Zeiten bleiben in UTC.</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Nothing moves by itself</source>
            <translation>Nichts bewegt sich von selbst</translation>
        </message>
        <message>
            <source>Reduce motion</source>
            <translation>Weniger Bewegung</translation>
        </message>
        <message>
            <source>Export settings…</source>
            <translation>Einstellungen exportieren…</translation>
        </message>
        <message>
            <source>Import settings…</source>
            <translation>Einstellungen importieren…</translation>
        </message>
        <message>
            <source>Never a secret.</source>
            <translation>Nie ein Geheimnis.</translation>
        </message>
    </context>
    <context>
        <name>ui::HealthCard</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln Tag</numerusform>
                <numerusform>%Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Zugriffstoken</translation>
        </message>
        <message>
            <source>Integration health</source>
            <translation>Zustand der Anbindung</translation>
        </message>
        <message>
            <source>Details…</source>
            <translation>Einzelheiten…</translation>
        </message>
        <message>
            <source>Readiness check</source>
            <translation>Bereitschaftsprüfung</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>keine Antwort</translation>
        </message>
        <message>
            <source>SailPoint API</source>
            <translation>SailPoint-API</translation>
        </message>
        <message>
            <source>1Kosmos API</source>
            <translation>1Kosmos-API</translation>
        </message>
        <message>
            <source>Results in SailPoint</source>
            <translation>Ergebnisse in SailPoint</translation>
        </message>
        <message numerus="yes">
            <source>%Ln result(s) of 30 days not stored</source>
            <translation>
                <numerusform>%Ln Ergebnis aus 30 Tagen nicht gespeichert</numerusform>
                <numerusform>%Ln Ergebnisse aus 30 Tagen nicht gespeichert</numerusform>
            </translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keines</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>noch nicht geprüft</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>und %1 weitere</translation>
        </message>
        <message>
            <source>Attribute mapping</source>
            <translation>Attributzuordnung</translation>
        </message>
        <message>
            <source>Credentials and rights</source>
            <translation>Zugangsdaten und Rechte</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Uhr</translation>
        </message>
        <message>
            <source>matches both services</source>
            <translation>stimmt mit beiden Diensten überein</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>complete, unchanged, signed</source>
            <translation>vollständig, unverändert, signiert</translation>
        </message>
        <message>
            <source>checked %1</source>
            <translation>geprüft %1</translation>
        </message>
        <message>
            <source>Local copy</source>
            <translation>Lokale Kopie</translation>
        </message>
        <message>
            <source>the last one that SailPoint shows</source>
            <translation>das letzte, das SailPoint zeigt</translation>
        </message>
        <message numerus="yes">
            <source>%Ln result(s) were not looked at yet: synchronise</source>
            <translation>
                <numerusform>%Ln Ergebnis wurde noch nicht angesehen: synchronisieren</numerusform>
                <numerusform>%Ln Ergebnisse wurden noch nicht angesehen: synchronisieren</numerusform>
            </translation>
        </message>
        <message>
            <source>Results not looked at</source>
            <translation>Nicht angesehene Ergebnisse</translation>
        </message>
    </context>
    <context>
        <name>ui::HintedEdit</name>
        <message>
            <source>%1, hidden</source>
            <translation>%1, verdeckt</translation>
        </message>
        <message>
            <source>Show while typing</source>
            <translation>Beim Tippen zeigen</translation>
        </message>
    </context>
    <context>
        <name>ui::IdentitiesHeader</name>
        <message>
            <source>Everyone</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Bald fällig</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Never verified</source>
            <translation>Nie geprüft</translation>
        </message>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Name, e-mail or employee number</source>
            <translation>Name, E-Mail oder Personalnummer</translation>
        </message>
        <message>
            <source>Search identities</source>
            <translation>Identitäten suchen</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Choose columns</source>
            <translation>Spalten wählen</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Save as view…</source>
            <translation>Als Ansicht sichern…</translation>
        </message>
    </context>
    <context>
        <name>ui::IdentitiesTable</name>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Sorted by %1</source>
            <translation>Sortiert nach %1</translation>
        </message>
        <message>
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No one matches “%1”.</source>
            <translation>Niemand passt zu „%1“.</translation>
        </message>
        <message>
            <source>No one has this status.</source>
            <translation>Niemand hat diesen Status.</translation>
        </message>
        <message>
            <source>No one matches these filters.</source>
            <translation>Auf diese Filter passt niemand.</translation>
        </message>
        <message>
            <source>The local copy cannot be read</source>
            <translation>Die lokale Kopie ist nicht lesbar</translation>
        </message>
        <message>
            <source>Check the spelling, or search without filters.</source>
            <translation>Schreibweise prüfen oder ohne Filter suchen.</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>No identities yet</source>
            <translation>Noch keine Identitäten</translation>
        </message>
        <message>
            <source>The first synchronisation is running.</source>
            <translation>Die erste Synchronisation läuft.</translation>
        </message>
        <message>
            <source>The tenant holds no identities, or the first synchronisation has not run.</source>
            <translation>Der Mandant hat keine Identitäten, oder die erste Synchronisation lief noch nicht.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln identities</source>
            <translation>
                <numerusform>%Ln Identität</numerusform>
                <numerusform>%Ln Identitäten</numerusform>
            </translation>
        </message>
        <message>
            <source>%L1 and more</source>
            <translation>%L1 und mehr</translation>
        </message>
        <message>
            <source>%L1 so far</source>
            <translation>Bisher %L1</translation>
        </message>
        <message>
            <source>%L1 selected</source>
            <translation>%L1 ausgewählt</translation>
        </message>
    </context>
    <context>
        <name>ui::IdentityIqDialog</name>
        <message>
            <source>Approvals of %1</source>
            <translation>Genehmigungen von %1</translation>
        </message>
        <message>
            <source>How work items and access reviews of IdentityIQ are decided from here.</source>
            <translation>Wie Aufgaben und Zugriffsüberprüfungen von IdentityIQ von hier aus entschieden werden.</translation>
        </message>
    </context>
    <context>
        <name>ui::IdentityIqForm</name>
        <message>
            <source>Plug-in address</source>
            <translation>Adresse des Plug-ins</translation>
        </message>
        <message>
            <source>Of the approvals plug-in; empty: the server’s own address</source>
            <translation>Des Genehmigungs-Plug-ins; leer: die Adresse des Servers</translation>
        </message>
        <message>
            <source>Your IdentityIQ ID</source>
            <translation>Ihre IdentityIQ-ID</translation>
        </message>
        <message>
            <source>The identity that decides here; without it nothing can be decided</source>
            <translation>Die Identität, die hier entscheidet; ohne sie lässt sich nichts entscheiden</translation>
        </message>
        <message>
            <source>Decisions are sent by</source>
            <translation>Entscheidungen werden gesendet per</translation>
        </message>
        <message>
            <source>State that approves</source>
            <translation>Zustand, der genehmigt</translation>
        </message>
        <message>
            <source>State that denies</source>
            <translation>Zustand, der ablehnt</translation>
        </message>
        <message>
            <source>As your plug-in calls it, often Rejected; empty: denying is off</source>
            <translation>Wie Ihr Plug-in ihn nennt, oft Rejected; leer: Ablehnen ist aus</translation>
        </message>
        <message>
            <source>State that signs off</source>
            <translation>Zustand, der abschließt</translation>
        </message>
        <message>
            <source>Of access reviews; empty: signing off is off</source>
            <translation>Von Zugriffsüberprüfungen; leer: Abschließen ist aus</translation>
        </message>
        <message>
            <source>May decide in the name of other approvers</source>
            <translation>Darf im Namen anderer Genehmiger entscheiden</translation>
        </message>
        <message>
            <source>IdentityIQ then shows the other person as the one who decided; the audit log here shows you.</source>
            <translation>IdentityIQ zeigt dann die andere Person als diejenige, die entschieden hat; das Protokoll hier zeigt Sie.</translation>
        </message>
    </context>
    <context>
        <name>ui::ImportDialog</name>
        <message>
            <source>Import identity profiles</source>
            <translation>Identitätsprofile importieren</translation>
        </message>
        <message>
            <source>What the import would change</source>
            <translation>Was der Import ändern würde</translation>
        </message>
        <message>
            <source>Changes side by side</source>
            <translation>Änderungen nebeneinander</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>In der Datei</translation>
        </message>
        <message>
            <source>(is created)</source>
            <translation>(wird angelegt)</translation>
        </message>
        <message>
            <source>no difference</source>
            <translation>kein Unterschied</translation>
        </message>
        <message>
            <source>What is overwritten is saved to the data folder first.</source>
            <translation>Was überschrieben wird, wird zuvor im Datenordner gesichert.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <source>Nothing was overwritten.</source>
            <translation>Nichts wurde überschrieben.</translation>
        </message>
        <message>
            <source>What stood there before: %1</source>
            <translation>Was vorher dort stand: %1</translation>
        </message>
        <message>
            <source>SailPoint took the file, but not all of it</source>
            <translation>SailPoint nahm die Datei an, aber nicht alles darin</translation>
        </message>
        <message>
            <source>Imported: %1</source>
            <translation>Importiert: %1</translation>
        </message>
        <message>
            <source>There is no difference.</source>
            <translation>Es gibt keinen Unterschied.</translation>
        </message>
        <message>
            <source>It is being imported.</source>
            <translation>Es wird importiert.</translation>
        </message>
    </context>
    <context>
        <name>ui::InfoDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>ui::InvocationsCard</name>
        <message>
            <source>Recent invocations</source>
            <translation>Letzte Aufrufe</translation>
        </message>
        <message>
            <source>last 24 hours, failures 48</source>
            <translation>24 Stunden, Fehlschläge 48</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Subscription</source>
            <translation>Abonnement</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Invocations</source>
            <translation>Aufrufe</translation>
        </message>
        <message>
            <source>The invocations cannot be read now.</source>
            <translation>Die Aufrufe lassen sich jetzt nicht lesen.</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Failed: %1</source>
            <translation>Fehlgeschlagen: %1</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <source>Real</source>
            <translation>Echt</translation>
        </message>
        <message>
            <source>Nothing was invoked in this time.</source>
            <translation>In dieser Zeit wurde nichts aufgerufen.</translation>
        </message>
    </context>
    <context>
        <name>ui::KeyValueList</name>
        <message>
            <source>Details of %1</source>
            <translation>Einzelheiten zu %1</translation>
        </message>
    </context>
    <context>
        <name>ui::KeyboardPage</name>
        <message>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>New keys for the chosen command</source>
            <translation>Neue Tasten für den gewählten Befehl</translation>
        </message>
        <message>
            <source>A command needs Ctrl, Alt or a function key, so that typing never triggers anything.</source>
            <translation>Ein Befehl braucht Strg, Alt oder eine Funktionstaste, damit Tippen nie etwas auslöst.</translation>
        </message>
        <message>
            <source>%1 stands for “%2” already.</source>
            <translation>%1 steht schon für „%2“.</translation>
        </message>
    </context>
    <context>
        <name>ui::LabCallbacks</name>
        <message>
            <source>No request yet</source>
            <translation>Noch keine Anfrage</translation>
        </message>
        <message>
            <source>The receiver is off.</source>
            <translation>Der Empfänger ist aus.</translation>
        </message>
        <message>
            <source>No request matches.</source>
            <translation>Keine Anfrage passt.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Anfragen</translation>
        </message>
        <message>
            <source>Search in headers and body</source>
            <translation>In Kopfzeilen und Inhalt suchen</translation>
        </message>
        <message>
            <source>Which requests</source>
            <translation>Welche Anfragen</translation>
        </message>
        <message>
            <source>All results</source>
            <translation>Alle Ergebnisse</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Abgewiesen</translation>
        </message>
        <message>
            <source>Unmatched</source>
            <translation>Nicht zugeordnet</translation>
        </message>
        <message>
            <source>It was not sent again</source>
            <translation>Es wurde nicht noch einmal gesendet</translation>
        </message>
        <message>
            <source>Sent again: answered with %1</source>
            <translation>Noch einmal gesendet: beantwortet mit %1</translation>
        </message>
        <message>
            <source>Collection…</source>
            <translation>Sammlung…</translation>
        </message>
        <message>
            <source>Keep requests in a file, change them, and send them again</source>
            <translation>Anfragen in einer Datei aufbewahren, ändern und erneut senden</translation>
        </message>
    </context>
    <context>
        <name>ui::LabPage</name>
        <message>
            <source>Lab</source>
            <translation>Labor</translation>
        </message>
        <message>
            <source>Clear list</source>
            <translation>Liste leeren</translation>
        </message>
        <message>
            <source>Parts of the lab</source>
            <translation>Teile des Labors</translation>
        </message>
        <message>
            <source>Callbacks</source>
            <translation>Rückrufe</translation>
        </message>
        <message>
            <source>Event triggers</source>
            <translation>Ereignisse</translation>
        </message>
        <message>
            <source>Workflows</source>
            <translation>Workflows</translation>
        </message>
        <message>
            <source>Scenarios run in simulators of their own; nothing leaves this computer.</source>
            <translation>Szenarien laufen in eigenen Simulatoren; nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>“%1” is a real tenant: tests of triggers and workflows reach it.</source>
            <translation>„%1“ ist ein echter Mandant: Tests von Ereignissen und Workflows erreichen ihn.</translation>
        </message>
        <message>
            <source>The simulator: nothing leaves this computer.</source>
            <translation>Der Simulator: Nichts verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>Faults…</source>
            <translation>Störungen…</translation>
        </message>
        <message>
            <source>Faults are for the simulator&apos;s tenant: open it first.</source>
            <translation>Störungen gibt es für den Mandanten des Simulators: diesen erst öffnen.</translation>
        </message>
        <message>
            <source>Faults (%L1)…</source>
            <translation>Störungen (%L1)…</translation>
        </message>
    </context>
    <context>
        <name>ui::LabTriggers</name>
        <message>
            <source>Subscriptions in SailPoint</source>
            <translation>Abonnements in SailPoint</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>Ausschalten</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Subscribe…</source>
            <translation>Abonnieren…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>Zustellung</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Last call</source>
            <translation>Letzter Aufruf</translation>
        </message>
        <message>
            <source>Subscriptions</source>
            <translation>Abonnements</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>Request and response</source>
            <translation>Anfrage und Antwort</translation>
        </message>
        <message>
            <source>Fire and forget</source>
            <translation>Nur Mitteilung</translation>
        </message>
        <message>
            <source>Bearer token</source>
            <translation>Bearer-Token</translation>
        </message>
        <message>
            <source>Basic</source>
            <translation>Basic</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Intern</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Ein</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>Select a subscription first.</source>
            <translation>Erst ein Abonnement auswählen.</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>Einschalten</translation>
        </message>
        <message>
            <source>Delete this subscription?</source>
            <translation>Dieses Abonnement löschen?</translation>
        </message>
        <message>
            <source>“%1” is no longer told of %2. What it did so far stays.</source>
            <translation>„%1“ erfährt nichts mehr von %2. Was es bisher tat, bleibt.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Nobody has subscribed to this trigger: nothing was started.</source>
            <translation>Niemand hat dieses Ereignis abonniert: Nichts wurde begonnen.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln invocation(s) started</source>
            <translation>
                <numerusform>%Ln Aufruf begonnen</numerusform>
                <numerusform>%Ln Aufrufe begonnen</numerusform>
            </translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Only HTTP subscriptions are changed here.</source>
            <translation>Nur HTTP-Abonnements werden hier geändert.</translation>
        </message>
        <message>
            <source>Nobody has subscribed yet.</source>
            <translation>Noch hat niemand abonniert.</translation>
        </message>
        <message>
            <source>Rules…</source>
            <translation>Regeln…</translation>
        </message>
        <message>
            <source>Which events propose a verification</source>
            <translation>Welche Ereignisse eine Prüfung vorschlagen</translation>
        </message>
    </context>
    <context>
        <name>ui::LabWorkflows</name>
        <message>
            <source>E-mail address of those who review a failed verification by hand; empty: results are written only</source>
            <translation>E-Mail-Adresse derer, die eine fehlgeschlagene Prüfung von Hand ansehen; leer: Ergebnisse werden nur geschrieben</translation>
        </message>
        <message>
            <source>Workflows in SailPoint</source>
            <translation>Workflows in SailPoint</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>New client…</source>
            <translation>Neuer Client…</translation>
        </message>
        <message>
            <source>Save start workflow…</source>
            <translation>Start-Workflow speichern…</translation>
        </message>
        <message>
            <source>Save result workflow…</source>
            <translation>Ergebnis-Workflow speichern…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Workflows</source>
            <translation>Workflows</translation>
        </message>
        <message>
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>Ausführung</translation>
        </message>
        <message>
            <source>Executions</source>
            <translation>Ausführungen</translation>
        </message>
        <message>
            <source>History of the execution</source>
            <translation>Verlauf der Ausführung</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Ein</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>Select a workflow first.</source>
            <translation>Erst einen Workflow auswählen.</translation>
        </message>
        <message>
            <source>Only a workflow with an external trigger has clients.</source>
            <translation>Nur ein Workflow mit externem Auslöser hat Clients.</translation>
        </message>
        <message>
            <source>New client for “%1”</source>
            <translation>Neuer Client für „%1“</translation>
        </message>
        <message>
            <source>Client %1 is there; its secret is in the keychain</source>
            <translation>Client %1 ist da; sein Geheimnis liegt im Schlüsselbund</translation>
        </message>
        <message>
            <source>The keychain did not take the secret of client %1</source>
            <translation>Der Schlüsselbund nahm das Geheimnis von Client %1 nicht an</translation>
        </message>
        <message>
            <source>Result workflow</source>
            <translation>Ergebnis-Workflow</translation>
        </message>
        <message>
            <source>SailPoint shows the client&apos;s secret once. It goes straight into this tenant&apos;s keychain entry, and results are sent to this workflow with it.</source>
            <translation>SailPoint zeigt das Geheimnis des Clients einmal. Es kommt sofort in den Schlüsselbund dieses Mandanten, und Ergebnisse werden damit an diesen Workflow gesendet.</translation>
        </message>
        <message>
            <source>SailPoint shows the client&apos;s secret once. This tenant&apos;s results go to another workflow, so it is not kept here: it is in the clipboard for one minute.</source>
            <translation>SailPoint zeigt das Geheimnis des Clients einmal. Die Ergebnisse dieses Mandanten gehen an einen anderen Workflow, darum wird es hier nicht aufbewahrt: Es liegt eine Minute lang in der Zwischenablage.</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>Client %1 is there</source>
            <translation>Client %1 ist da</translation>
        </message>
        <message>
            <source>Its secret is in the clipboard for one minute: keep it, SailPoint does not show it again.</source>
            <translation>Sein Geheimnis liegt eine Minute lang in der Zwischenablage: aufbewahren, SailPoint zeigt es nicht noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>ui::LazyList</name>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
    </context>
    <context>
        <name>ui::MainWindow</name>
        <message>
            <source>Copy details</source>
            <translation>Details kopieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Signatures and expiry times cannot be trusted until it is set.</source>
            <translation>Signaturen und Ablaufzeiten sind nicht verlässlich, bis sie gestellt ist.</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>%1 (offline)</source>
            <translation>%1 (offline)</translation>
        </message>
        <message>
            <source>Re-verification</source>
            <translation>Erneute Prüfung</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Lab</source>
            <translation>Labor</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>Genehmigungen</translation>
        </message>
    </context>
    <context>
        <name>ui::MenuBar</name>
        <message>
            <source>Rehearsal…</source>
            <translation>Probelauf…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>Add tenant…</source>
            <translation>Mandant hinzufügen…</translation>
        </message>
        <message>
            <source>Switch tenant…</source>
            <translation>Mandant wechseln…</translation>
        </message>
        <message>
            <source>Export people…</source>
            <translation>Personen exportieren…</translation>
        </message>
        <message>
            <source>Report for auditors…</source>
            <translation>Bericht für die Revision…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Re-verification</source>
            <translation>Erneute Prüfung</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>Genehmigungen</translation>
        </message>
        <message>
            <source>Lab</source>
            <translation>Labor</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>Search on this screen</source>
            <translation>Auf dieser Seite suchen</translation>
        </message>
        <message>
            <source>Filter people…</source>
            <translation>Personen filtern…</translation>
        </message>
        <message>
            <source>Close details</source>
            <translation>Details schließen</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>Seitenleiste</translation>
        </message>
        <message>
            <source>Next region</source>
            <translation>Nächster Bereich</translation>
        </message>
        <message>
            <source>Previous region</source>
            <translation>Voriger Bereich</translation>
        </message>
        <message>
            <source>&amp;Identity</source>
            <translation>&amp;Identität</translation>
        </message>
        <message>
            <source>Find a person…</source>
            <translation>Person suchen…</translation>
        </message>
        <message>
            <source>Verify identity…</source>
            <translation>Identität prüfen…</translation>
        </message>
        <message>
            <source>This person</source>
            <translation>Diese Person</translation>
        </message>
        <message>
            <source>Invite everyone not invited yet…</source>
            <translation>Alle noch nicht Eingeladenen einladen…</translation>
        </message>
        <message>
            <source>Nobody is selected.</source>
            <translation>Niemand ist ausgewählt.</translation>
        </message>
        <message>
            <source>Select a person in Identities first.</source>
            <translation>Erst unter Identitäten eine Person auswählen.</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>&amp;Werkzeuge</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>Jetzt synchronisieren</translation>
        </message>
        <message>
            <source>New campaign…</source>
            <translation>Neue Kampagne…</translation>
        </message>
        <message>
            <source>Pause or continue the campaign</source>
            <translation>Kampagne pausieren oder fortsetzen</translation>
        </message>
        <message>
            <source>Differences with SailPoint…</source>
            <translation>Abweichungen in SailPoint…</translation>
        </message>
        <message>
            <source>Operations…</source>
            <translation>Vorgänge…</translation>
        </message>
        <message>
            <source>Copy everyone anew</source>
            <translation>Alle neu kopieren</translation>
        </message>
    </context>
    <context>
        <name>ui::NameComparison</name>
        <message>
            <source>Directory</source>
            <translation>Verzeichnis</translation>
        </message>
    </context>
    <context>
        <name>ui::NamesPage</name>
        <message>
            <source>Name matching</source>
            <translation>Namensvergleich</translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>The name on the document is compared with the directory&apos;s, word by word. Another name is always held for a second person. These differences are harmless as a rule and pass; tick those that a person should decide on here. For everyone who uses this console.</source>
            <translation>Der Name auf dem Dokument wird Wort für Wort mit dem des Verzeichnisses verglichen. Ein anderer Name wird immer für eine zweite Person angehalten. Diese Unterschiede sind in der Regel harmlos und gehen durch; angehakt entscheidet hier ein Mensch darüber. Gilt für alle, die diese Konsole benutzen.</translation>
        </message>
        <message>
            <source>Try two names</source>
            <translation>Zwei Namen probieren</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Verzeichnis</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Not applied</source>
            <translation>Nicht angewendet</translation>
        </message>
        <message>
            <source>For an account recovery, a suffix such as Jr on one side only is always left to a person.</source>
            <translation>Bei einer Kontowiederherstellung entscheidet immer eine Person, wenn ein Zusatz wie Jr nur auf einer Seite steht.</translation>
        </message>
    </context>
    <context>
        <name>ui::Navigator</name>
        <message>
            <source>SailPoint does not show this person</source>
            <translation>SailPoint zeigt diese Person nicht</translation>
        </message>
        <message>
            <source>They may appear within some minutes, or were deleted. The proposal stays.</source>
            <translation>Sie erscheint vielleicht in einigen Minuten oder wurde gelöscht. Der Vorschlag bleibt.</translation>
        </message>
    </context>
    <context>
        <name>ui::NeedsCard</name>
        <message>
            <source>Needs a person</source>
            <translation>Braucht einen Menschen</translation>
        </message>
        <message>
            <source>The audit log was changed after it was written</source>
            <translation>Das Protokoll wurde nachträglich geändert</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>A session is not what the audit log recorded</source>
            <translation>Eine Sitzung ist nicht, was das Prüfprotokoll aufgezeichnet hat</translation>
        </message>
        <message numerus="yes">
            <source>%Ln result(s) held</source>
            <translation>
                <numerusform>%Ln Ergebnis zurückgehalten</numerusform>
                <numerusform>%Ln Ergebnisse zurückgehalten</numerusform>
            </translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Ansehen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln start(s) without an answer</source>
            <translation>
                <numerusform>%Ln Start ohne Antwort</numerusform>
                <numerusform>%Ln Starts ohne Antwort</numerusform>
            </translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Ansehen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln verified here, not stored</source>
            <translation>
                <numerusform>%Ln hier verifiziert, nicht gespeichert</numerusform>
                <numerusform>%Ln hier verifiziert, nicht gespeichert</numerusform>
            </translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Abweichungen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln failed in the last 24 hours</source>
            <translation>
                <numerusform>%Ln nicht bestanden in 24 Stunden</numerusform>
                <numerusform>%Ln nicht bestanden in 24 Stunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln campaign(s) paused</source>
            <translation>
                <numerusform>%Ln Kampagne pausiert</numerusform>
                <numerusform>%Ln Kampagnen pausiert</numerusform>
            </translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
    </context>
    <context>
        <name>ui::NewProfileDialog</name>
        <message>
            <source>New identity profile</source>
            <translation>Neues Identitätsprofil</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <source>Authoritative source (name or ID)</source>
            <translation>Maßgebliche Quelle (Name oder Kennung)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>It is being created.</source>
            <translation>Es wird angelegt.</translation>
        </message>
    </context>
    <context>
        <name>ui::NotificationsPage</name>
        <message>
            <source>Notifications</source>
            <translation>Meldungen</translation>
        </message>
        <message>
            <source>Tell the desktop of results while the console is not in front</source>
            <translation>Ergebnisse dem Desktop melden, solange die Konsole nicht vorn ist</translation>
        </message>
        <message>
            <source>Only the state and the ticket number, never a name. Of verifications that you started, and of campaigns that are sent from here.</source>
            <translation>Nur Zustand und Ticketnummer, nie ein Name. Von Prüfungen, die Sie begonnen haben, und von Kampagnen, die von hier gesendet werden.</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Needs a person</source>
            <translation>Braucht einen Menschen</translation>
        </message>
        <message>
            <source>Failed, declined or given up</source>
            <translation>Fehlgeschlagen, abgelehnt oder aufgegeben</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Abgelaufen</translation>
        </message>
        <message>
            <source>A campaign is done or paused by itself</source>
            <translation>Eine Kampagne ist fertig oder hält von selbst an</translation>
        </message>
        <message>
            <source>Notifications are off.</source>
            <translation>Benachrichtigungen sind aus.</translation>
        </message>
        <message>
            <source>Show one now</source>
            <translation>Jetzt eine zeigen</translation>
        </message>
        <message>
            <source>The desktop took it. If nothing is seen, its own settings hold it back.</source>
            <translation>Der Desktop hat sie angenommen. Ist nichts zu sehen, halten seine eigenen Einstellungen sie zurück.</translation>
        </message>
        <message>
            <source>This desktop has no notification service and no tray. Results show in the window only.</source>
            <translation>Dieser Desktop hat weder Benachrichtigungsdienst noch Infobereich. Ergebnisse zeigt nur das Fenster.</translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
    </context>
    <context>
        <name>ui::Notifier</name>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>A campaign has sent its last link</source>
            <translation>Eine Kampagne hat den letzten Link gesendet</translation>
        </message>
        <message>
            <source>A campaign is paused</source>
            <translation>Eine Kampagne ist pausiert</translation>
        </message>
        <message>
            <source>Notifications work</source>
            <translation>Benachrichtigungen kommen an</translation>
        </message>
    </context>
    <context>
        <name>ui::OfflineBanner</name>
        <message>
            <source>You see the copy from %1.</source>
            <translation>Sie sehen die Kopie von %1.</translation>
        </message>
        <message>
            <source>You see what was copied so far.</source>
            <translation>Sie sehen, was bisher kopiert wurde.</translation>
        </message>
        <message>
            <source>Working offline since %1</source>
            <translation>Offline seit %1</translation>
        </message>
        <message>
            <source>Searching and exporting work; verification and other changes wait until SailPoint answers.</source>
            <translation>Suchen und Exportieren gehen; Verifizierung und andere Änderungen warten, bis SailPoint antwortet.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
    </context>
    <context>
        <name>ui::OperationList</name>
        <message>
            <source>Operations</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>Nothing yet.</source>
            <translation>Noch nichts.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Für</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>SailPoint’s task</source>
            <translation>SailPoints Aufgabe</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>all that match</source>
            <translation>alle passenden</translation>
        </message>
    </context>
    <context>
        <name>ui::OperatorDialog</name>
        <message>
            <source>Operator</source>
            <translation>Bedienende Person</translation>
        </message>
        <message>
            <source>Who sits at this computer as “%1”? Held results are decided by somebody else. User name and password of IdentityIQ are used once and stored nowhere.</source>
            <translation>Wer sitzt an diesem Rechner als „%1“? Über angehaltene Ergebnisse entscheidet jemand anderes. Benutzername und Passwort von IdentityIQ werden einmal verwendet und nirgends gespeichert.</translation>
        </message>
        <message>
            <source>Who sits at this computer as “%1”? Held results are decided by somebody else. The personal access token is used once and stored nowhere.</source>
            <translation>Wer sitzt an diesem Rechner als „%1“? Über angehaltene Ergebnisse entscheidet jemand anderes. Das Zugriffstoken wird einmal benutzt und nirgends gespeichert.</translation>
        </message>
        <message>
            <source>User name of the operator</source>
            <translation>Benutzername der bedienenden Person</translation>
        </message>
        <message>
            <source>Client ID of the operator</source>
            <translation>Client-ID der bedienenden Person</translation>
        </message>
        <message>
            <source>Password of the operator</source>
            <translation>Passwort der bedienenden Person</translation>
        </message>
        <message>
            <source>Client secret of the operator</source>
            <translation>Client-Secret der bedienenden Person</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Client-Secret</translation>
        </message>
    </context>
    <context>
        <name>ui::OverviewPage</name>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Export report…</source>
            <translation>Bericht exportieren…</translation>
        </message>
        <message>
            <source>Verify identity…</source>
            <translation>Identität prüfen…</translation>
        </message>
        <message>
            <source>Status today</source>
            <translation>Status heute</translation>
        </message>
        <message>
            <source>Status today, chart</source>
            <translation>Status heute, Diagramm</translation>
        </message>
        <message numerus="yes">
            <source>%Ln identities in scope</source>
            <translation>
                <numerusform>%Ln Identität im Umfang</numerusform>
                <numerusform>%Ln Identitäten im Umfang</numerusform>
            </translation>
        </message>
        <message>
            <source>in scope</source>
            <translation>im Umfang</translation>
        </message>
    </context>
    <context>
        <name>ui::PersonHead</name>
        <message>
            <source>Employee no. %1</source>
            <translation>Personalnr. %1</translation>
        </message>
    </context>
    <context>
        <name>ui::PersonHeader</name>
        <message>
            <source>Close details</source>
            <translation>Details schließen</translation>
        </message>
        <message>
            <source>Copy e-mail</source>
            <translation>E-Mail kopieren</translation>
        </message>
        <message>
            <source>Differences…</source>
            <translation>Abweichungen…</translation>
        </message>
        <message>
            <source>Verify identity…</source>
            <translation>Identität prüfen…</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Read this person from SailPoint now</source>
            <translation>Diese Person jetzt aus SailPoint lesen</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>Weitere Aktionen</translation>
        </message>
        <message>
            <source>No e-mail on file</source>
            <translation>Keine E-Mail hinterlegt</translation>
        </message>
        <message>
            <source>Employee no. %1</source>
            <translation>Personalnr. %1</translation>
        </message>
        <message numerus="yes">
            <source>Overdue by %n day(s)</source>
            <translation>
                <numerusform>Seit %n Tag überfällig</numerusform>
                <numerusform>Seit %n Tagen überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>Grace ends %1</source>
            <translation>Nachfrist endet %1</translation>
        </message>
        <message>
            <source>Grace passed</source>
            <translation>Nachfrist abgelaufen</translation>
        </message>
        <message>
            <source>Due %1</source>
            <translation>Fällig am %1</translation>
        </message>
        <message>
            <source>Exempt until %1</source>
            <translation>Ausgenommen bis %1</translation>
        </message>
        <message>
            <source>%1 Allowed by %2.</source>
            <translation>%1 Erlaubt von %2.</translation>
        </message>
        <message>
            <source>Verified here on %1, not stored by SailPoint</source>
            <translation>Hier verifiziert am %1, von SailPoint nicht gespeichert</translation>
        </message>
        <message>
            <source>Not available offline.</source>
            <translation>Offline nicht verfügbar.</translation>
        </message>
    </context>
    <context>
        <name>ui::PersonTab</name>
        <message>
            <source>since %1</source>
            <translation>seit %1</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>bis %1</translation>
        </message>
        <message>
            <source>Roles that SailPoint has assigned</source>
            <translation>Von SailPoint zugewiesene Rollen</translation>
        </message>
        <message>
            <source>SailPoint has assigned no role.</source>
            <translation>SailPoint hat keine Rolle zugewiesen.</translation>
        </message>
        <message>
            <source>To be given to somebody else before this identity can be deleted</source>
            <translation>Vor dem Löschen dieser Identität an jemand anderen zu übertragen</translation>
        </message>
        <message>
            <source>Nothing has to be reassigned.</source>
            <translation>Nichts ist zu übertragen.</translation>
        </message>
        <message>
            <source>This console did nothing about this person yet.</source>
            <translation>Diese Konsole hat zu dieser Person noch nichts getan.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Given by</source>
            <translation>Vergeben von</translation>
        </message>
        <message>
            <source>Given through</source>
            <translation>Vergeben über</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Role ID</source>
            <translation>Rollen-ID</translation>
        </message>
        <message>
            <source>Assignment ID</source>
            <translation>Zuweisungs-ID</translation>
        </message>
    </context>
    <context>
        <name>ui::PolicyEditor</name>
        <message>
            <source>When several rules match a person, the shortest interval applies. Whom no rule matches gets the standard.</source>
            <translation>Passen mehrere Regeln auf eine Person, gilt das kürzeste Intervall. Auf wen keine passt, für den gilt der Standard.</translation>
        </message>
        <message>
            <source>Applies to</source>
            <translation>Gilt für</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Verify every</source>
            <translation>Prüfen alle</translation>
        </message>
        <message>
            <source>Warn before</source>
            <translation>Warnen vorher</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>Nachfrist</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Add a rule…</source>
            <translation>Regel hinzufügen…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Remove rule</source>
            <translation>Regel entfernen</translation>
        </message>
        <message>
            <source>Falling due, next 12 weeks</source>
            <translation>Fällig in den nächsten 12 Wochen</translation>
        </message>
        <message>
            <source>Falling due, chart</source>
            <translation>Fällig werdend, Diagramm</translation>
        </message>
        <message>
            <source>High-risk group</source>
            <translation>Gruppe mit hohem Risiko</translation>
        </message>
        <message>
            <source>Identity profile</source>
            <translation>Identitätsprofil</translation>
        </message>
        <message>
            <source>Lifecycle state</source>
            <translation>Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>SailPoint status</source>
            <translation>SailPoint-Status</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>ab %1</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>Everyone else</source>
            <translation>Alle anderen</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n Tag</numerusform>
                <numerusform>%n Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>added by the change</source>
            <translation>kommen durch die Änderung dazu</translation>
        </message>
        <message>
            <source>high risk</source>
            <translation>hohes Risiko</translation>
        </message>
        <message>
            <source>dark: added by the change</source>
            <translation>dunkel: kommt durch die Änderung dazu</translation>
        </message>
        <message>
            <source>dark: high risk</source>
            <translation>dunkel: hohes Risiko</translation>
        </message>
        <message>
            <source>Nothing is saved yet.</source>
            <translation>Noch ist nichts gesichert.</translation>
        </message>
        <message>
            <source>Policy saved</source>
            <translation>Richtlinie gesichert</translation>
        </message>
        <message>
            <source>The old values can be entered again; nobody is written to by this.</source>
            <translation>Die alten Werte lassen sich wieder eintragen; niemandem wird dadurch geschrieben.</translation>
        </message>
        <message>
            <source>Save policy</source>
            <translation>Richtlinie sichern</translation>
        </message>
        <message>
            <source>Past due today</source>
            <translation>Heute nicht mehr gültig</translation>
        </message>
        <message>
            <source>%L1 more people become past due today</source>
            <translation>%L1 Personen mehr sind heute nicht mehr gültig geprüft</translation>
        </message>
        <message>
            <source>%L1 of all past due are past their grace period then. Give a rule a start date to spread them.</source>
            <translation>Bei %L1 von allen nicht mehr gültigen ist die Nachfrist dann abgelaufen. Ein Startdatum der Regel verteilt sie.</translation>
        </message>
        <message>
            <source>%L1 fewer people are past due</source>
            <translation>%L1 Personen weniger sind nicht mehr gültig geprüft</translation>
        </message>
        <message>
            <source>Nobody more becomes past due today</source>
            <translation>Niemand zusätzlich ist heute nicht mehr gültig geprüft</translation>
        </message>
        <message>
            <source>%L1 more people become past due today. Save?</source>
            <translation>%L1 Personen mehr sind heute nicht mehr gültig geprüft. Sichern?</translation>
        </message>
    </context>
    <context>
        <name>ui::PreviewDialog</name>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>What “%1” makes of a person</source>
            <translation>Was „%1“ aus einer Person macht</translation>
        </message>
        <message>
            <source>Name, e-mail or employee number</source>
            <translation>Name, E-Mail oder Personalnummer</translation>
        </message>
        <message>
            <source>Person to preview</source>
            <translation>Person für die Vorschau</translation>
        </message>
        <message>
            <source>Nothing is saved.</source>
            <translation>Nichts wird gespeichert.</translation>
        </message>
        <message>
            <source>Values side by side</source>
            <translation>Werte nebeneinander</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>Attribut</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>With this profile</source>
            <translation>Mit diesem Profil</translation>
        </message>
        <message>
            <source>No one matches.</source>
            <translation>Niemand passt.</translation>
        </message>
        <message>
            <source>%1 · Nothing is saved.</source>
            <translation>%1 · Nichts wird gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>ui::PrivacyPage</name>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listen</translation>
        </message>
        <message>
            <source>Shorten names and contacts in lists</source>
            <translation>Namen und Kontakte in Listen kürzen</translation>
        </message>
        <message>
            <source>For screens that others look at. Details, comparisons and exports stay whole.</source>
            <translation>Für Bildschirme, auf die andere sehen. Einzelheiten, Vergleiche und Exporte bleiben vollständig.</translation>
        </message>
        <message>
            <source>Keeping personal data</source>
            <translation>Aufbewahrung personenbezogener Daten</translation>
        </message>
        <message>
            <source>Names, masked contacts and names on documents of a closed verification are removed when its time is over, of this tenant. Id, times and outcome stay, and the audit log is still proved by its digests. This cannot be undone. The console never holds images, document numbers, birth dates or addresses.</source>
            <translation>Namen, gekürzte Kontakte und Namen auf Dokumenten einer abgeschlossenen Prüfung werden nach Fristablauf entfernt, für diesen Mandanten. ID, Zeiten und Ausgang bleiben, und das Protokoll ist durch seine Prüfsummen weiter nachweisbar. Das lässt sich nicht rückgängig machen. Die Konsole hat nie Bilder, Dokumentnummern, Geburtsdaten oder Anschriften.</translation>
        </message>
        <message>
            <source>Remove personal data when its time is over</source>
            <translation>Personenbezogene Daten nach Fristablauf entfernen</translation>
        </message>
        <message>
            <source> days</source>
            <translation> Tagen</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Failed, expired, cancelled</source>
            <translation>Nicht bestanden, abgelaufen, abgebrochen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln verification(s) lose their personal data now.</source>
            <translation>
                <numerusform>%Ln Prüfung verliert jetzt ihre personenbezogenen Daten.</numerusform>
                <numerusform>%Ln Prüfungen verlieren jetzt ihre personenbezogenen Daten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln verification(s) would lose their personal data now.</source>
            <translation>
                <numerusform>%Ln Prüfung verlöre jetzt ihre personenbezogenen Daten.</numerusform>
                <numerusform>%Ln Prüfungen verlören jetzt ihre personenbezogenen Daten.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove personal data now?</source>
            <translation>Personenbezogene Daten jetzt entfernen?</translation>
        </message>
        <message numerus="yes">
            <source>%Ln verification(s) are older than that. Their names and contacts are removed for good; what happened stays on record.</source>
            <translation>
                <numerusform>%Ln Prüfung ist älter. Namen und Kontakte werden endgültig entfernt; was geschah, bleibt aufgezeichnet.</numerusform>
                <numerusform>%Ln Prüfungen sind älter. Namen und Kontakte werden endgültig entfernt; was geschah, bleibt aufgezeichnet.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message numerus="yes">
            <source>Personal data of %Ln verification(s) removed</source>
            <translation>
                <numerusform>Personenbezogene Daten von %Ln Prüfung entfernt</numerusform>
                <numerusform>Personenbezogene Daten von %Ln Prüfungen entfernt</numerusform>
            </translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>Exports of the audit log leave out names and contacts, unless said otherwise</source>
            <translation>Exporte des Protokolls lassen Namen und Kontakte weg, wenn nichts anderes gesagt wird</translation>
        </message>
        <message>
            <source>What is stored cannot be read; “Reset this page” replaces it</source>
            <translation>Was gespeichert ist, lässt sich nicht lesen; „Diese Seite zurücksetzen“ ersetzt es</translation>
        </message>
    </context>
    <context>
        <name>ui::ProfileActions</name>
        <message>
            <source>SailPoint does not say how many identities lose their profile, and with it what it computed for them. This cannot be taken back.</source>
            <translation>SailPoint sagt nicht, wie viele Identitäten ihr Profil verlieren, und damit, was es für sie berechnet hat. Das lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>The identity profile is deleted in SailPoint. How many identities lose it, SailPoint does not say; with it goes what it computed for them. This cannot be taken back.</source>
            <translation>Das Identitätsprofil wird in SailPoint gelöscht. Wie viele Identitäten es verlieren, sagt SailPoint nicht; damit geht verloren, was es für sie berechnet hat. Das lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>Which source?</source>
            <translation>Welche Quelle?</translation>
        </message>
        <message>
            <source>Name the flat-file source of the results in Settings, Tenants, Write-back… first.</source>
            <translation>Nennen Sie zuerst die Flatfile-Quelle der Ergebnisse unter Einstellungen, Mandanten, Rückschreiben…</translation>
        </message>
        <message>
            <source>Map %1</source>
            <translation>%1 zuordnen</translation>
        </message>
        <message>
            <source>“%1” takes the value from the account attribute of the same name. SailPoint then wants a refresh of the profile’s identities. Sent is:</source>
            <translation>„%1“ nimmt den Wert aus dem gleichnamigen Kontoattribut. SailPoint verlangt danach eine Neuberechnung der Identitäten des Profils. Gesendet wird:</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Zuordnen</translation>
        </message>
        <message>
            <source>Export identity profile</source>
            <translation>Identitätsprofil exportieren</translation>
        </message>
        <message>
            <source>The file could not be written</source>
            <translation>Die Datei ließ sich nicht schreiben</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>Exportiert nach %1</translation>
        </message>
        <message>
            <source>Import identity profiles</source>
            <translation>Identitätsprofile importieren</translation>
        </message>
        <message>
            <source>This is no export of identity profiles</source>
            <translation>Das ist kein Export von Identitätsprofilen</translation>
        </message>
        <message>
            <source>%1 at byte %2</source>
            <translation>%1 bei Byte %2</translation>
        </message>
        <message>
            <source>A list is expected.</source>
            <translation>Eine Liste wird erwartet.</translation>
        </message>
        <message>
            <source>Refresh identities</source>
            <translation>Identitäten neu berechnen</translation>
        </message>
        <message>
            <source>SailPoint computes the identities of “%1” anew. That can take a while.</source>
            <translation>SailPoint berechnet die Identitäten von „%1“ neu. Das kann eine Weile dauern.</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>SailPoint’s default mappings for %1</source>
            <translation>Vorgegebene Zuordnungen von SailPoint für %1</translation>
        </message>
        <message>
            <source>%1 (this profile: %2)</source>
            <translation>%1 (dieses Profil: %2)</translation>
        </message>
        <message>
            <source>not mapped</source>
            <translation>nicht zugeordnet</translation>
        </message>
        <message>
            <source>SailPoint has no default for this source.</source>
            <translation>SailPoint hat für diese Quelle keine Vorgabe.</translation>
        </message>
        <message>
            <source>Lifecycle states of %1</source>
            <translation>Lebenszyklusstatus von %1</translation>
        </message>
        <message>
            <source>enabled</source>
            <translation>eingeschaltet</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>ausgeschaltet</translation>
        </message>
        <message>
            <source>They are kept in SailPoint; the console only reads them.</source>
            <translation>Sie werden in SailPoint gepflegt; die Konsole liest sie nur.</translation>
        </message>
        <message>
            <source>This profile has no lifecycle states.</source>
            <translation>Dieses Profil hat keine Lebenszyklusstatus.</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n identity profiles?</source>
            <translation>
                <numerusform>%n Identitätsprofil löschen?</numerusform>
                <numerusform>%n Identitätsprofile löschen?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Their %Ln identities lose their profile, and with it what it computed for them. This cannot be taken back.</source>
            <translation>
                <numerusform>Ihre %Ln Identität verliert ihr Profil und damit, was es für sie berechnet hat. Das lässt sich nicht rückgängig machen.</numerusform>
                <numerusform>Ihre %Ln Identitäten verlieren ihr Profil und damit, was es für sie berechnet hat. Das lässt sich nicht rückgängig machen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete profiles</source>
            <translation>Profile löschen</translation>
        </message>
        <message>
            <source>Delete %1?</source>
            <translation>%1 löschen?</translation>
        </message>
        <message numerus="yes">
            <source>The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what it computed for them. This cannot be taken back.</source>
            <translation>
                <numerusform>Das Identitätsprofil wird in SailPoint gelöscht. %Ln Identität verliert es und damit, was es für sie berechnete. Das lässt sich nicht zurücknehmen.</numerusform>
                <numerusform>Das Identitätsprofil wird in SailPoint gelöscht. %Ln Identitäten verlieren es und damit, was es für sie berechnete. Das lässt sich nicht zurücknehmen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete profile</source>
            <translation>Profil löschen</translation>
        </message>
    </context>
    <context>
        <name>ui::ProfileDetail</name>
        <message>
            <source>SailPoint does not say whether a refresh is needed. It also refreshes at 08:00 and 20:00.</source>
            <translation>SailPoint sagt nicht, ob eine Aktualisierung nötig ist. Es aktualisiert auch um 08:00 und 20:00 Uhr.</translation>
        </message>
        <message>
            <source>✓ Ready</source>
            <translation>✓ Bereit</translation>
        </message>
        <message>
            <source>Not mapped</source>
            <translation>Nicht zugeordnet</translation>
        </message>
        <message>
            <source>Missing in SailPoint</source>
            <translation>Fehlt in SailPoint</translation>
        </message>
        <message>
            <source>Wrong type</source>
            <translation>Falscher Typ</translation>
        </message>
        <message>
            <source>Details of the profile</source>
            <translation>Einzelheiten des Profils</translation>
        </message>
        <message>
            <source>IDV readiness</source>
            <translation>IDV-Bereitschaft</translation>
        </message>
        <message>
            <source>Mappings</source>
            <translation>Zuordnungen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>Vorschau…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Refresh identities…</source>
            <translation>Identitäten neu berechnen…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>Attribut</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Erwartet</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Mapped from</source>
            <translation>Zugeordnet aus</translation>
        </message>
        <message>
            <source>Latest value</source>
            <translation>Letzter Wert</translation>
        </message>
        <message>
            <source>IDV attributes</source>
            <translation>IDV-Attribute</translation>
        </message>
        <message>
            <source>Map…</source>
            <translation>Zuordnen…</translation>
        </message>
        <message>
            <source>Find a mapping</source>
            <translation>Zuordnung suchen</translation>
        </message>
        <message>
            <source>SailPoint’s defaults…</source>
            <translation>Vorgaben von SailPoint…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Lifecycle states…</source>
            <translation>Lebenszyklusstatus…</translation>
        </message>
        <message>
            <source>SailPoint says that the identities of this profile need a refresh.</source>
            <translation>SailPoint sagt, dass die Identitäten dieses Profils neu zu berechnen sind.</translation>
        </message>
        <message>
            <source>No refresh needed. SailPoint also refreshes at 08:00 and 20:00.</source>
            <translation>Keine Neuberechnung nötig. SailPoint rechnet auch um 08:00 und 20:00.</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Beschreibung</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Eigentümer</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Time-based attributes</source>
            <translation>Zeitabhängige Attribute</translation>
        </message>
        <message>
            <source>Refresh needed</source>
            <translation>Neuberechnung nötig</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Angelegt</translation>
        </message>
        <message>
            <source>Modified</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>Kennung</translation>
        </message>
        <message>
            <source>Changing and previewing: %1</source>
            <translation>Ändern und Vorschau: %1</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n…</source>
            <translation>
                <numerusform>%n löschen…</numerusform>
                <numerusform>%n löschen…</numerusform>
            </translation>
        </message>
        <message>
            <source>Fix…</source>
            <translation>Beheben…</translation>
        </message>
        <message>
            <source>Select an attribute first.</source>
            <translation>Erst ein Attribut auswählen.</translation>
        </message>
        <message>
            <source>%1 of %2 attributes are ready</source>
            <translation>%1 von %2 Attributen sind bereit</translation>
        </message>
        <message>
            <source>People of this profile can be verified all the same; the write-back reports what SailPoint did not store.</source>
            <translation>Menschen dieses Profils lassen sich trotzdem prüfen; das Rückschreiben meldet, was SailPoint nicht speicherte.</translation>
        </message>
    </context>
    <context>
        <name>ui::ProfilesPage</name>
        <message>
            <source>Profiles</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Read the profiles again</source>
            <translation>Profile noch einmal lesen</translation>
        </message>
        <message>
            <source>Identity profiles</source>
            <translation>Identitätsprofile</translation>
        </message>
        <message>
            <source>New…</source>
            <translation>Neu…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <source>Reading the profiles…</source>
            <translation>Profile werden gelesen…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1, %2 of %3 attributes ready</source>
            <translation>%1, %2 von %3 Attributen bereit</translation>
        </message>
        <message>
            <source>No identity profile</source>
            <translation>Kein Identitätsprofil</translation>
        </message>
        <message>
            <source>SailPoint has none, or the token may not see any.</source>
            <translation>SailPoint hat keines, oder das Token darf keines sehen.</translation>
        </message>
        <message>
            <source>Import: %1</source>
            <translation>Import: %1</translation>
        </message>
    </context>
    <context>
        <name>ui::ProposalsCard</name>
        <message>
            <source>Verify…</source>
            <translation>Prüfen…</translation>
        </message>
        <message>
            <source>Dismiss…</source>
            <translation>Verwerfen…</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschah</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regel</translation>
        </message>
        <message>
            <source>Proposed verifications</source>
            <translation>Vorgeschlagene Prüfungen</translation>
        </message>
        <message>
            <source>Proposed by SailPoint’s events: %L1</source>
            <translation>Durch Ereignisse von SailPoint vorgeschlagen: %L1</translation>
        </message>
        <message>
            <source>Select a proposal first.</source>
            <translation>Wählen Sie zuerst einen Vorschlag.</translation>
        </message>
        <message>
            <source>It is being started.</source>
            <translation>Sie wird gestartet.</translation>
        </message>
        <message>
            <source>An access request waits for it.</source>
            <translation>Ein Zugriffsantrag wartet darauf.</translation>
        </message>
        <message>
            <source>It did not start by itself: %1</source>
            <translation>Sie startete nicht von selbst: %1</translation>
        </message>
        <message>
            <source>No verification is started for it.</source>
            <translation>Dafür wird keine Prüfung gestartet.</translation>
        </message>
        <message>
            <source>No verification is started for it, and the access request that waits for it is not approved.</source>
            <translation>Dafür wird keine Prüfung gestartet, und der Zugriffsantrag, der darauf wartet, wird nicht genehmigt.</translation>
        </message>
        <message>
            <source>Dismiss this proposal?</source>
            <translation>Diesen Vorschlag verwerfen?</translation>
        </message>
        <message>
            <source>Why (for the audit log)</source>
            <translation>Warum (für das Prüfprotokoll)</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
    </context>
    <context>
        <name>ui::ProviderDialog</name>
        <message>
            <source>Provider of %1</source>
            <translation>Anbieter von %1</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Session API with a bearer key</source>
            <translation>Sitzungs-API mit Bearer-Schlüssel</translation>
        </message>
        <message>
            <source>BlockID DocuVerify</source>
            <translation>BlockID DocuVerify</translation>
        </message>
        <message>
            <source>Empty: the provider has no such call</source>
            <translation>Leer: der Anbieter hat diesen Aufruf nicht</translation>
        </message>
        <message>
            <source>Path to create</source>
            <translation>Pfad zum Anlegen</translation>
        </message>
        <message>
            <source>Path of the status</source>
            <translation>Pfad des Stands</translation>
        </message>
        <message>
            <source>Path to cancel</source>
            <translation>Pfad zum Abbrechen</translation>
        </message>
        <message>
            <source>Path to send again</source>
            <translation>Pfad zum erneuten Senden</translation>
        </message>
        <message>
            <source>Session ID is found at</source>
            <translation>Sitzungskennung steht unter</translation>
        </message>
        <message>
            <source>Link is found at</source>
            <translation>Link steht unter</translation>
        </message>
        <message>
            <source>Expiry is found at</source>
            <translation>Ablauf steht unter</translation>
        </message>
        <message>
            <source>DVC ID</source>
            <translation>DVC-ID</translation>
        </message>
        <message>
            <source>Tenant tag</source>
            <translation>Mandanten-Kennzeichen</translation>
        </message>
        <message>
            <source>Curve</source>
            <translation>Kurve</translation>
        </message>
        <message>
            <source>Its word for: %1</source>
            <translation>Sein Wort für: %1</translation>
        </message>
        <message>
            <source>A link lives for</source>
            <translation>Ein Link lebt</translation>
        </message>
        <message>
            <source> minutes</source>
            <translation> Minuten</translation>
        </message>
        <message>
            <source>Paths may contain {communityId} and {sessionId}. Several places, separated by commas, are tried in this order (JSON pointers such as /session_id). An expiry in the provider&apos;s answer goes before the minutes.</source>
            <translation>Pfade dürfen {communityId} und {sessionId} enthalten. Mehrere Stellen, durch Kommas getrennt, werden in dieser Reihenfolge versucht (JSON-Zeiger wie /session_id). Ein Ablauf in der Antwort des Anbieters geht den Minuten vor.</translation>
        </message>
        <message>
            <source>Fill with the preset</source>
            <translation>Mit der Vorgabe füllen</translation>
        </message>
    </context>
    <context>
        <name>ui::ProviderStep</name>
        <message>
            <source>What is changed is tried before it is saved; the test asks for a session that cannot exist.</source>
            <translation>Was geändert wird, wird vor dem Speichern ausprobiert; der Test fragt nach einer Sitzung, die es nicht geben kann.</translation>
        </message>
        <message>
            <source>Connect to 1Kosmos</source>
            <translation>Mit 1Kosmos verbinden</translation>
        </message>
        <message>
            <source>The test asks for a session that cannot exist; it creates none.</source>
            <translation>Der Test fragt nach einer Sitzung, die es nicht geben kann; er legt keine an.</translation>
        </message>
        <message>
            <source>Session API with bearer key</source>
            <translation>Sitzungs-API mit Bearer-Schlüssel</translation>
        </message>
        <message>
            <source>BlockID DocuVerify (encrypted)</source>
            <translation>BlockID DocuVerify (verschlüsselt)</translation>
        </message>
        <message>
            <source>Provider profile</source>
            <translation>Anbieterprofil</translation>
        </message>
        <message>
            <source>Base URL</source>
            <translation>Basis-URL</translation>
        </message>
        <message>
            <source>Community ID</source>
            <translation>Community-ID</translation>
        </message>
        <message>
            <source>AdminX, Settings, Community Settings</source>
            <translation>AdminX, Settings, Community Settings</translation>
        </message>
        <message>
            <source>API key</source>
            <translation>API-Schlüssel</translation>
        </message>
        <message>
            <source>Visible only while you type it here</source>
            <translation>Nur sichtbar, während Sie es hier tippen</translation>
        </message>
        <message>
            <source>Session path</source>
            <translation>Sitzungspfad</translation>
        </message>
        <message>
            <source>Differs per tenant version; confirm it with your representative</source>
            <translation>Je nach Version verschieden; mit Ihrem Ansprechpartner klären</translation>
        </message>
        <message>
            <source>Status path</source>
            <translation>Statuspfad</translation>
        </message>
        <message>
            <source>DVC ID</source>
            <translation>DVC-ID</translation>
        </message>
        <message>
            <source>The workflow&apos;s id; not the licence key</source>
            <translation>Die ID des Ablaufs; nicht der Lizenzschlüssel</translation>
        </message>
        <message>
            <source>Callback address</source>
            <translation>Callback-Adresse</translation>
        </message>
        <message>
            <source>Public https origin of a relay; the receiver’s path is added. Empty: the status query decides</source>
            <translation>Öffentlicher https-Ursprung eines Relays; der Pfad des Empfängers wird angehängt. Leer: Die Statusabfrage entscheidet</translation>
        </message>
    </context>
    <context>
        <name>ui::QuickFind</name>
        <message>
            <source>Find a person</source>
            <translation>Person suchen</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>Gefundene Personen</translation>
        </message>
        <message>
            <source>Enter: open</source>
            <translation>Enter: öffnen</translation>
        </message>
        <message>
            <source>Ctrl+Enter: verify identity…</source>
            <translation>Strg+Enter: Identität prüfen…</translation>
        </message>
        <message>
            <source>Ctrl+C: copy e-mail</source>
            <translation>Strg+C: E-Mail kopieren</translation>
        </message>
        <message>
            <source>8 and more</source>
            <translation>8 und mehr</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n Person</numerusform>
                <numerusform>%n Personen</numerusform>
            </translation>
        </message>
        <message>
            <source>Name, e-mail or employee number; &gt; for commands</source>
            <translation>Name, E-Mail oder Personalnummer; &gt; für Befehle</translation>
        </message>
        <message>
            <source>Not available here</source>
            <translation>Hier nicht verfügbar</translation>
        </message>
        <message numerus="yes">
            <source>%n command(s)</source>
            <translation>
                <numerusform>%n Befehl</numerusform>
                <numerusform>%n Befehle</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReadinessDialog</name>
        <message>
            <source>Readiness</source>
            <translation>Bereitschaft</translation>
        </message>
        <message>
            <source>Is %1 ready?</source>
            <translation>Ist %1 bereit?</translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>Bericht speichern…</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Checking; nothing is changed</source>
            <translation>Wird geprüft; nichts wird geändert</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>Bericht sichern</translation>
        </message>
        <message>
            <source>Report saved</source>
            <translation>Bericht gesichert</translation>
        </message>
        <message>
            <source>The file could not be written</source>
            <translation>Die Datei ließ sich nicht schreiben</translation>
        </message>
        <message>
            <source>Fix…</source>
            <translation>Beheben…</translation>
        </message>
        <message>
            <source>Nothing to fix here.</source>
            <translation>Hier ist nichts zu beheben.</translation>
        </message>
        <message>
            <source>SailPoint’s API cannot fix this; do what the line says.</source>
            <translation>Die API von SailPoint kann das nicht beheben; tun Sie, was in der Zeile steht.</translation>
        </message>
        <message>
            <source>Choose a line first.</source>
            <translation>Wählen Sie zuerst eine Zeile.</translation>
        </message>
        <message>
            <source>There is no report before a check.</source>
            <translation>Vor einer Prüfung gibt es keinen Bericht.</translation>
        </message>
    </context>
    <context>
        <name>ui::ReadinessStep</name>
        <message>
            <source>Readiness check</source>
            <translation>Bereitschaftsprüfung</translation>
        </message>
        <message>
            <source>Everything is read, nothing is changed. What can be mended from here is offered under Settings, Tenants, Readiness… once the tenant is added.</source>
            <translation>Es wird nur gelesen, nichts geändert. Was sich von hier aus beheben lässt, wird unter Einstellungen, Mandanten, Bereitschaft… angeboten, sobald der Mandant hinzugefügt ist.</translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>Bericht speichern…</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>Checking; nothing is changed</source>
            <translation>Wird geprüft; nichts wird geändert</translation>
        </message>
        <message>
            <source>There is no report before a check.</source>
            <translation>Vor einer Prüfung gibt es keinen Bericht.</translation>
        </message>
    </context>
    <context>
        <name>ui::ReadinessTable</name>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfschritt</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Prüfschritte</translation>
        </message>
        <message>
            <source>✓ Passed</source>
            <translation>✓ Bestanden</translation>
        </message>
        <message>
            <source>! Look</source>
            <translation>! Ansehen</translation>
        </message>
        <message>
            <source>✗ Failed</source>
            <translation>✗ Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Not ready</source>
            <translation>Nicht bereit</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>%1 passed, %2 to look at, %3 failed</source>
            <translation>%1 bestanden, %2 anzusehen, %3 fehlgeschlagen</translation>
        </message>
        <message>
            <source>! Not proven</source>
            <translation>! Nicht nachgewiesen</translation>
        </message>
    </context>
    <context>
        <name>ui::ReceiverCard</name>
        <message>
            <source>Callback receiver</source>
            <translation>Callback-Empfänger</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <source>Listening</source>
            <translation>Empfängt</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Not listening</source>
            <translation>Empfängt nicht</translation>
        </message>
        <message>
            <source>The receiver has stopped.</source>
            <translation>Der Empfänger ist angehalten.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Sign-in: %1</source>
            <translation>Anmeldung: %1</translation>
        </message>
        <message>
            <source>without TLS</source>
            <translation>ohne TLS</translation>
        </message>
        <message>
            <source>with TLS</source>
            <translation>mit TLS</translation>
        </message>
        <message>
            <source>Other computers can reach this receiver.</source>
            <translation>Andere Rechner erreichen diesen Empfänger.</translation>
        </message>
        <message>
            <source>%L1 received · %L2 refused</source>
            <translation>%L1 empfangen · %L2 abgewiesen</translation>
        </message>
        <message>
            <source> · %L1 answered and not shown</source>
            <translation> · %L1 beantwortet und nicht gezeigt</translation>
        </message>
        <message>
            <source>Port %1 is used by another program.</source>
            <translation>Port %1 benutzt ein anderes Programm.</translation>
        </message>
        <message>
            <source>Try %1</source>
            <translation>%1 versuchen</translation>
        </message>
    </context>
    <context>
        <name>ui::ReceiverForm</name>
        <message>
            <source>Any free one</source>
            <translation>Irgendein freier</translation>
        </message>
        <message>
            <source>Signature (HMAC-SHA256)</source>
            <translation>Signatur (HMAC-SHA256)</translation>
        </message>
        <message>
            <source>Signature (Ed25519)</source>
            <translation>Signatur (Ed25519)</translation>
        </message>
        <message>
            <source>Bearer token</source>
            <translation>Bearer-Token</translation>
        </message>
        <message>
            <source>Name and password</source>
            <translation>Name und Passwort</translation>
        </message>
        <message>
            <source>Key in a header</source>
            <translation>Schlüssel in einer Kopfzeile</translation>
        </message>
        <message>
            <source>None (this computer only)</source>
            <translation>Keine (nur dieser Rechner)</translation>
        </message>
        <message>
            <source>Certificate made by the console</source>
            <translation>Von der Konsole erzeugtes Zertifikat</translation>
        </message>
        <message>
            <source>Own certificate</source>
            <translation>Eigenes Zertifikat</translation>
        </message>
        <message>
            <source>Empty: no certificate is asked of senders</source>
            <translation>Leer: von Absendern wird kein Zertifikat verlangt</translation>
        </message>
        <message>
            <source>Empty: the one in the keychain stays</source>
            <translation>Leer: das im Schlüsselbund bleibt</translation>
        </message>
        <message>
            <source>Start with this tenant</source>
            <translation>Mit diesem Mandanten starten</translation>
        </message>
        <message>
            <source>A pass without a signature decides, without a status query (laboratories only)</source>
            <translation>Ein Bestehen ohne Signatur entscheidet ohne Statusabfrage (nur im Labor)</translation>
        </message>
        <message>
            <source>Also take events of SailPoint’s triggers</source>
            <translation>Auch Ereignisse von SailPoints Triggern annehmen</translation>
        </message>
        <message>
            <source>Copy token</source>
            <translation>Token kopieren</translation>
        </message>
        <message>
            <source>Make a second one…</source>
            <translation>Ein zweites erzeugen…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Kopfzeile</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Geheimnis</translation>
        </message>
        <message>
            <source>Secret, hidden</source>
            <translation>Geheimnis, verborgen</translation>
        </message>
        <message>
            <source>TLS</source>
            <translation>TLS</translation>
        </message>
        <message>
            <source>Certificate file</source>
            <translation>Zertifikatsdatei</translation>
        </message>
        <message>
            <source>Key file</source>
            <translation>Schlüsseldatei</translation>
        </message>
        <message>
            <source>Senders’ authority (file)</source>
            <translation>Zertifizierungsstelle der Absender (Datei)</translation>
        </message>
        <message>
            <source>Path of SailPoint’s events</source>
            <translation>Pfad für SailPoints Ereignisse</translation>
        </message>
        <message>
            <source>Without a sign-in there is none.</source>
            <translation>Ohne Anmeldung gibt es keines.</translation>
        </message>
        <message>
            <source>Only secrets that both sides hold are made here.</source>
            <translation>Hier entstehen nur Geheimnisse, die beide Seiten haben.</translation>
        </message>
    </context>
    <context>
        <name>ui::ReceiverPage</name>
        <message>
            <source>Callback receiver</source>
            <translation>Callback-Empfänger</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Anfragen</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>Was daraus wurde</translation>
        </message>
        <message>
            <source>No requests yet.</source>
            <translation>Noch keine Anfragen.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Listening on</source>
            <translation>Hört auf</translation>
        </message>
        <message>
            <source>Not running.</source>
            <translation>Läuft nicht.</translation>
        </message>
        <message>
            <source>Certificate SHA-256: %1</source>
            <translation>Zertifikat SHA-256: %1</translation>
        </message>
        <message>
            <source>Other computers can reach this receiver.</source>
            <translation>Andere Rechner erreichen diesen Empfänger.</translation>
        </message>
        <message>
            <source>Senders have to sign in, and the connection is encrypted.</source>
            <translation>Absender müssen sich anmelden, und die Verbindung ist verschlüsselt.</translation>
        </message>
        <message>
            <source>The receiver did not start</source>
            <translation>Der Empfänger ist nicht gestartet</translation>
        </message>
        <message>
            <source>A second secret works beside the first</source>
            <translation>Ein zweites Geheimnis gilt neben dem ersten</translation>
        </message>
        <message>
            <source>It is in the clipboard for one minute and is not shown. Give it to the sender, then press “Use the second only”.</source>
            <translation>Es liegt eine Minute in der Zwischenablage und wird nicht gezeigt. Geben Sie es dem Absender, dann „Nur das zweite nutzen“.</translation>
        </message>
        <message>
            <source>Use the second only</source>
            <translation>Nur das zweite nutzen</translation>
        </message>
        <message>
            <source>Only the new secret is accepted from the next start on</source>
            <translation>Ab dem nächsten Start gilt nur das neue Geheimnis</translation>
        </message>
        <message>
            <source>The callback stays where it is</source>
            <translation>Der Callback bleibt, wo er ist</translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>Stop the receiver first.</source>
            <translation>Beenden Sie zuerst den Empfänger.</translation>
        </message>
        <message>
            <source>Session or trigger</source>
            <translation>Sitzung oder Trigger</translation>
        </message>
        <message>
            <source>The token is in the clipboard for one minute</source>
            <translation>Das Token ist für eine Minute in der Zwischenablage</translation>
        </message>
        <message>
            <source>It is not shown. Subscriptions that are made in the Lab take it by themselves.</source>
            <translation>Es wird nicht angezeigt. Abonnements, die im Labor angelegt werden, übernehmen es von selbst.</translation>
        </message>
    </context>
    <context>
        <name>ui::RecoveryGatePanel</name>
        <message>
            <source>Next step</source>
            <translation>Nächster Schritt</translation>
        </message>
        <message>
            <source>Send to</source>
            <translation>Senden an</translation>
        </message>
        <message>
            <source>Send the password reset to</source>
            <translation>Zurücksetzen senden an</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Why this address is used</source>
            <translation>Warum diese Adresse benutzt wird</translation>
        </message>
        <message>
            <source>Send password reset e-mail…</source>
            <translation>E-Mail zum Zurücksetzen senden…</translation>
        </message>
        <message>
            <source>Why the reset is closed</source>
            <translation>Warum das Zurücksetzen gesperrt ist</translation>
        </message>
        <message>
            <source>Work e-mail · %1</source>
            <translation>Dienstliche E-Mail · %1</translation>
        </message>
        <message>
            <source>Personal e-mail · %1</source>
            <translation>Private E-Mail · %1</translation>
        </message>
        <message>
            <source>Next step, %1 of %2 conditions met</source>
            <translation>Nächster Schritt, %1 von %2 Bedingungen erfüllt</translation>
        </message>
        <message numerus="yes">
            <source>Address unchanged for %n day(s)</source>
            <translation>
                <numerusform>Adresse seit %n Tag unverändert</numerusform>
                <numerusform>Adresse seit %n Tagen unverändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Address changed %n day(s) ago: say why it is used</source>
            <translation>
                <numerusform>Adresse vor %n Tag geändert: sagen, warum sie benutzt wird</numerusform>
                <numerusform>Adresse vor %n Tagen geändert: sagen, warum sie benutzt wird</numerusform>
            </translation>
        </message>
        <message>
            <source>Whether this address changed lately is not known: say why it is used</source>
            <translation>Ob sich diese Adresse kürzlich geändert hat, ist unbekannt: sagen, warum sie benutzt wird</translation>
        </message>
        <message>
            <source>No e-mail on file. Have the record corrected first.</source>
            <translation>Keine E-Mail hinterlegt. Erst den Datensatz berichtigen lassen.</translation>
        </message>
        <message>
            <source>Choose where the e-mail goes.</source>
            <translation>Wählen, wohin die E-Mail geht.</translation>
        </message>
        <message>
            <source>Say why this address is used.</source>
            <translation>Sagen, warum diese Adresse benutzt wird.</translation>
        </message>
        <message>
            <source>Password reset</source>
            <translation>Passwort zurücksetzen</translation>
        </message>
        <message>
            <source>Send a password reset to: %1?</source>
            <translation>Zurücksetzen des Passworts senden an: %1?</translation>
        </message>
        <message>
            <source>The link is valid for 2 hours. This cannot be undone.</source>
            <translation>Der Link gilt 2 Stunden. Das lässt sich nicht zurücknehmen.</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>Nicht senden</translation>
        </message>
        <message>
            <source>Send password reset</source>
            <translation>Zurücksetzen senden</translation>
        </message>
        <message>
            <source>Password reset e-mail asked for</source>
            <translation>E-Mail zum Zurücksetzen angefragt</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message>
            <source>Reading the addresses…</source>
            <translation>Adressen werden gelesen…</translation>
        </message>
        <message>
            <source>IdentityIQ sends no reset from here. The caller is verified: reset the password there.</source>
            <translation>IdentityIQ sendet von hier kein Zurücksetzen. Der Anrufer ist verifiziert: Setzen Sie das Passwort dort zurück.</translation>
        </message>
        <message>
            <source>Ask a second person…</source>
            <translation>Eine zweite Person fragen…</translation>
        </message>
        <message>
            <source>Whether the account may be recovered although it is not known to be active</source>
            <translation>Ob das Konto wiederhergestellt werden darf, obwohl nicht bekannt ist, ob es aktiv ist</translation>
        </message>
    </context>
    <context>
        <name>ui::RemediationDialog</name>
        <message>
            <source>Save it, then import it in SailPoint under Workflows. Enter the OAuth client of its HTTP steps there, enable it, and enter its ID in Settings, Tenants, Write-back… It writes to people who have an account in the source of results.</source>
            <translation>Sichern Sie ihn und importieren Sie ihn in SailPoint unter Workflows. Tragen Sie dort den OAuth-Client seiner HTTP-Schritte ein, schalten Sie ihn ein und tragen Sie seine ID unter Einstellungen, Mandanten, Zurückschreiben… ein. Er schreibt für Personen, die ein Konto in der Ergebnisquelle haben.</translation>
        </message>
        <message>
            <source>Create identity attribute %1</source>
            <translation>Identitätsattribut %1 anlegen</translation>
        </message>
        <message>
            <source>Map the missing attributes</source>
            <translation>Fehlende Attribute zuordnen</translation>
        </message>
        <message>
            <source>A workflow that writes results</source>
            <translation>Ein Workflow, der Ergebnisse schreibt</translation>
        </message>
        <message>
            <source>What is sent</source>
            <translation>Was gesendet wird</translation>
        </message>
        <message>
            <source>Preview…</source>
            <translation>Vorschau…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Zuordnen</translation>
        </message>
        <message>
            <source>SailPoint gets a new identity attribute of type text. Nobody has a value until it is mapped. Sent is:</source>
            <translation>SailPoint bekommt ein neues Identitätsattribut vom Typ Text. Niemand hat einen Wert, bis es zugeordnet ist. Gesendet wird:</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Reading the identity profile…</source>
            <translation>Das Identitätsprofil wird gelesen…</translation>
        </message>
        <message>
            <source>Which source?</source>
            <translation>Welche Quelle?</translation>
        </message>
        <message>
            <source>Name the flat-file source of the results in Settings, Tenants, Write-back… first.</source>
            <translation>Nennen Sie zuerst die Flatfile-Quelle der Ergebnisse unter Einstellungen, Mandanten, Rückschreiben…</translation>
        </message>
        <message>
            <source>“%1” takes each value from the account attribute of the same name in the source %2. SailPoint then wants a refresh of the profile’s identities. Sent is:</source>
            <translation>„%1“ nimmt jeden Wert aus dem gleichnamigen Kontoattribut der Quelle %2. SailPoint will danach eine Aktualisierung der Identitäten des Profils. Gesendet wird:</translation>
        </message>
        <message>
            <source>Save workflow</source>
            <translation>Workflow sichern</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>The file could not be written</source>
            <translation>Die Datei ließ sich nicht schreiben</translation>
        </message>
    </context>
    <context>
        <name>ui::RemovableChip</name>
        <message>
            <source>Remove filter %1</source>
            <translation>Filter %1 entfernen</translation>
        </message>
    </context>
    <context>
        <name>ui::ReportDialog</name>
        <message>
            <source>Report for auditors</source>
            <translation>Bericht für die Revision</translation>
        </message>
        <message>
            <source>Employee numbers instead of names</source>
            <translation>Personalnummern statt Namen</translation>
        </message>
        <message>
            <source>Scope and policy, coverage, who is past due, exemptions, campaigns, held results and second-person decisions, and the proof that the log is unchanged. More than 2,000 people past due go into a CSV beside it.</source>
            <translation>Umfang und Richtlinie, Abdeckung, wer nicht mehr gültig geprüft ist, Ausnahmen, Kampagnen, zurückgehaltene Ergebnisse und Entscheidungen der zweiten Person sowie der Nachweis, dass das Protokoll unverändert ist. Mehr als 2.000 solche Personen stehen in einer CSV daneben.</translation>
        </message>
    </context>
    <context>
        <name>ui::RequestInspector</name>
        <message>
            <source>Details of the request</source>
            <translation>Einzelheiten der Anfrage</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Kopfzeilen</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Prüfschritte</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>As sent</source>
            <translation>Wie gesendet</translation>
        </message>
        <message>
            <source>Copy as curl</source>
            <translation>Als curl kopieren</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Erneut senden</translation>
        </message>
        <message>
            <source>Body of the request</source>
            <translation>Inhalt der Anfrage</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Kopfzeile</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfschritt</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Select a request to see what it held and why it was taken or refused.</source>
            <translation>Eine Anfrage auswählen: was sie enthielt und warum sie angenommen oder abgewiesen wurde.</translation>
        </message>
        <message>
            <source>Select a request first.</source>
            <translation>Wählen Sie zuerst eine Anfrage.</translation>
        </message>
        <message>
            <source>Only the simulator&apos;s requests are kept, and the newest of them: of a real tenant nobody&apos;s data stays on the screen.</source>
            <translation>Nur Anfragen des Simulators werden aufbewahrt, und von ihnen die neuesten: Von einem echten Mandanten bleiben niemandes Daten am Schirm.</translation>
        </message>
        <message>
            <source>This request is not kept.</source>
            <translation>Diese Anfrage wird nicht aufbewahrt.</translation>
        </message>
        <message>
            <source>The receiver has stopped.</source>
            <translation>Der Empfänger ist angehalten.</translation>
        </message>
        <message>
            <source>Headers %1</source>
            <translation>Kopfzeilen %1</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>bestanden</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>nicht bestanden</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>nicht verlangt</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>nicht erreicht</translation>
        </message>
        <message>
            <source>Checks %1 of %2</source>
            <translation>Prüfschritte %1 von %2</translation>
        </message>
        <message>
            <source>HTTP %1, no body, after %2 ms</source>
            <translation>HTTP %1, ohne Inhalt, nach %2 ms</translation>
        </message>
        <message>
            <source>From %1, %L2 bytes</source>
            <translation>Von %1, %L2 Bytes</translation>
        </message>
        <message>
            <source>HTTP %1, after %2 ms</source>
            <translation>HTTP %1, nach %2 ms</translation>
        </message>
    </context>
    <context>
        <name>ui::RequirementsDialog</name>
        <message>
            <source>Requirements</source>
            <translation>Anforderungen</translation>
        </message>
        <message>
            <source>What people need before they get some access</source>
            <translation>Was Personen brauchen, bevor sie einen Zugriff bekommen</translation>
        </message>
        <message>
            <source>A table of this console: SailPoint has none. The strictest line that matches counts; until it is met, a request cannot be approved here.</source>
            <translation>Eine Tabelle dieser Konsole: SailPoint hat keine. Die strengste passende Zeile zählt; bis sie erfüllt ist, kann ein Antrag hier nicht genehmigt werden.</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Zugriff</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Vertrauensstufe</translation>
        </message>
        <message>
            <source>Not older than</source>
            <translation>Nicht älter als</translation>
        </message>
        <message>
            <source>Part of its name, or its ID</source>
            <translation>Teil des Namens oder die ID</translation>
        </message>
        <message>
            <source> days</source>
            <translation> Tagen</translation>
        </message>
        <message>
            <source>As the policy says</source>
            <translation>Wie die Richtlinie es sagt</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>What is stored cannot be read; saving replaces it</source>
            <translation>Was gespeichert ist, ist nicht lesbar; Speichern ersetzt es</translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln Tag</numerusform>
                <numerusform>%Ln Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Add or select a line first.</source>
            <translation>Fügen Sie zuerst eine Zeile hinzu oder wählen Sie eine.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
    </context>
    <context>
        <name>ui::ReverificationPage</name>
        <message>
            <source>Re-verification</source>
            <translation>Erneute Prüfung</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Save policy…</source>
            <translation>Richtlinie sichern…</translation>
        </message>
        <message>
            <source>Work list</source>
            <translation>Arbeitsliste</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>New campaign…</source>
            <translation>Neue Kampagne…</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Kampagnen</translation>
        </message>
        <message numerus="yes">
            <source>Campaigns (%Ln running)</source>
            <translation>
                <numerusform>Kampagnen (%Ln läuft)</numerusform>
                <numerusform>Kampagnen (%Ln laufen)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReviewDialog</name>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>Accept that these are the same person?</source>
            <translation>Annehmen, dass das dieselbe Person ist?</translation>
        </message>
        <message>
            <source>This result cannot be accepted</source>
            <translation>Dieses Ergebnis kann nicht angenommen werden</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>The second person signs in with an own SailPoint personal access token. It is used for this decision and stored nowhere.</source>
            <translation>Die zweite Person meldet sich mit einem eigenen SailPoint-Zugriffstoken an. Es dient nur dieser Entscheidung und wird nirgends gespeichert.</translation>
        </message>
        <message>
            <source>Client ID of the second person</source>
            <translation>Client-ID der zweiten Person</translation>
        </message>
        <message>
            <source>Client secret of the second person</source>
            <translation>Client-Secret der zweiten Person</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Use the simulated second person</source>
            <translation>Die simulierte zweite Person nehmen</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <source>Not the same person</source>
            <translation>Nicht dieselbe Person</translation>
        </message>
        <message>
            <source>Accept name difference</source>
            <translation>Namensunterschied annehmen</translation>
        </message>
        <message>
            <source>Nothing was decided</source>
            <translation>Nichts wurde entschieden</translation>
        </message>
        <message>
            <source>The second person signs in to IdentityIQ with their own user name and password. They are used for this decision and stored nowhere.</source>
            <translation>Die zweite Person meldet sich mit ihrem eigenen Benutzernamen und Passwort bei IdentityIQ an. Sie werden für diese Entscheidung verwendet und nirgends gespeichert.</translation>
        </message>
        <message>
            <source>User name of the second person</source>
            <translation>Benutzername der zweiten Person</translation>
        </message>
        <message>
            <source>Password of the second person</source>
            <translation>Passwort der zweiten Person</translation>
        </message>
        <message>
            <source>May this account be recovered?</source>
            <translation>Darf dieses Konto wiederhergestellt werden?</translation>
        </message>
        <message>
            <source>Whether the account of %1 is active is not known.</source>
            <translation>Ob das Konto von %1 aktiv ist, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Local copy</source>
            <translation>Lokale Kopie</translation>
        </message>
        <message>
            <source>This person cannot be read.</source>
            <translation>Diese Person ist nicht lesbar.</translation>
        </message>
        <message>
            <source>No lifecycle state</source>
            <translation>Kein Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>Identity profile</source>
            <translation>Identitätsprofil</translation>
        </message>
        <message>
            <source>Lifecycle state</source>
            <translation>Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>Status in SailPoint</source>
            <translation>Status in SailPoint</translation>
        </message>
        <message>
            <source>Allow recovery</source>
            <translation>Wiederherstellung erlauben</translation>
        </message>
    </context>
    <context>
        <name>ui::RuleDialog</name>
        <message>
            <source> days</source>
            <translation> Tagen</translation>
        </message>
        <message>
            <source>Add a rule</source>
            <translation>Regel hinzufügen</translation>
        </message>
        <message>
            <source>Rule %1</source>
            <translation>Regel %1</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Applies to people who match every list in which something is ticked.</source>
            <translation>Gilt für Personen, die auf jede Liste passen, in der etwas angehakt ist.</translation>
        </message>
        <message>
            <source>Identity profile</source>
            <translation>Identitätsprofil</translation>
        </message>
        <message>
            <source>Lifecycle state</source>
            <translation>Lebenszyklusstatus</translation>
        </message>
        <message>
            <source>High-risk group</source>
            <translation>Gruppe mit hohem Risiko</translation>
        </message>
        <message>
            <source>Verify every</source>
            <translation>Prüfen alle</translation>
        </message>
        <message>
            <source>Warn before</source>
            <translation>Warnen vorher</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>Nachfrist</translation>
        </message>
        <message>
            <source>High risk: shown apart in the forecast</source>
            <translation>Hohes Risiko: in der Vorschau getrennt gezeigt</translation>
        </message>
        <message>
            <source>Only from</source>
            <translation>Erst ab</translation>
        </message>
        <message>
            <source>Start date</source>
            <translation>Startdatum</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Use rule</source>
            <translation>Regel übernehmen</translation>
        </message>
        <message>
            <source>Nothing is saved before Save policy…</source>
            <translation>Vor „Richtlinie sichern…“ wird nichts gesichert</translation>
        </message>
    </context>
    <context>
        <name>ui::SailPointStep</name>
        <message>
            <source>Proxy password</source>
            <translation>Proxy-Kennwort</translation>
        </message>
        <message>
            <source>Kept in this computer’s keychain</source>
            <translation>Liegt im Schlüsselbund dieses Computers</translation>
        </message>
        <message>
            <source>Proxy user</source>
            <translation>Proxy-Benutzer</translation>
        </message>
        <message>
            <source>The proxy asks for a user and a password</source>
            <translation>Der Proxy verlangt Benutzer und Kennwort</translation>
        </message>
        <message>
            <source>auto (%1 now)</source>
            <translation>auto (jetzt %1)</translation>
        </message>
        <message>
            <source>Taken from “%1”</source>
            <translation>Übernommen aus „%1“</translation>
        </message>
        <message>
            <source>The other product is another tenant.</source>
            <translation>Das andere Produkt ist ein anderer Mandant.</translation>
        </message>
        <message>
            <source>What is changed is tried before it is saved. Another address or client needs its secret once more.</source>
            <translation>Was geändert wird, wird vor dem Speichern ausprobiert. Eine andere Adresse oder ein anderer Client braucht das Geheimnis noch einmal.</translation>
        </message>
        <message>
            <source>Connect to SailPoint</source>
            <translation>Mit SailPoint verbinden</translation>
        </message>
        <message>
            <source>Use a personal access token; an OAuth client with the client credentials grant works with fewer rights.</source>
            <translation>Ein persönliches Zugriffstoken verwenden; ein OAuth-Client mit Client Credentials geht mit weniger Rechten.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>As it appears in the sidebar</source>
            <translation>Wie er in der Seitenleiste steht</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <source>IdentityIQ 8.1 or later</source>
            <translation>IdentityIQ 8.1 oder neuer</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Umgebung</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Produktion</translation>
        </message>
        <message>
            <source>Sandbox</source>
            <translation>Sandbox</translation>
        </message>
        <message>
            <source>Simulator</source>
            <translation>Simulator</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Tenant address</source>
            <translation>Adresse des Mandanten</translation>
        </message>
        <message>
            <source>The API address, with “.api.” in it</source>
            <translation>Die API-Adresse, mit „.api.“ darin</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Client-Secret</translation>
        </message>
        <message>
            <source>Visible only while you type it here</source>
            <translation>Nur sichtbar, während Sie es hier tippen</translation>
        </message>
        <message>
            <source>API paths</source>
            <translation>API-Pfade</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Empty: the system’s; “none”; or http://host:port</source>
            <translation>Leer: der des Systems; „none“; oder http://host:port</translation>
        </message>
        <message>
            <source>CA file</source>
            <translation>CA-Datei</translation>
        </message>
        <message>
            <source>PEM file of a company authority, if one is needed</source>
            <translation>PEM-Datei einer Firmen-CA, falls nötig</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Of the people, like Europe/Oslo; empty: this computer’s</source>
            <translation>Der Personen, wie Europe/Oslo; leer: die dieses Rechners</translation>
        </message>
        <message>
            <source>Approvals, if the approvals plug-in is installed</source>
            <translation>Genehmigungen, wenn das Genehmigungs-Plug-in installiert ist</translation>
        </message>
        <message>
            <source>Any page of it will do: the part up to its context path, such as /identityiq, is kept</source>
            <translation>Jede Seite davon genügt: Der Teil bis zum Kontextpfad, etwa /identityiq, bleibt</translation>
        </message>
        <message>
            <source>Use an OAuth client of IdentityIQ (API Authentication); its proxy user’s rights are the console’s.</source>
            <translation>Verwenden Sie einen OAuth-Client von IdentityIQ (API Authentication); die Rechte seines Proxy-Benutzers sind die der Konsole.</translation>
        </message>
    </context>
    <context>
        <name>ui::SaveDialog</name>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen…</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>%L1 so far</source>
            <translation>Bisher %L1</translation>
        </message>
        <message>
            <source>Name a file.</source>
            <translation>Geben Sie eine Datei an.</translation>
        </message>
        <message>
            <source>This folder does not exist.</source>
            <translation>Diesen Ordner gibt es nicht.</translation>
        </message>
        <message>
            <source>This file exists and will be replaced.</source>
            <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>No file was written.</source>
            <translation>Es wurde keine Datei geschrieben.</translation>
        </message>
        <message>
            <source>%1 was written</source>
            <translation>%1 wurde geschrieben</translation>
        </message>
        <message>
            <source>SHA-256 %1</source>
            <translation>SHA-256 %1</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>What we hold: %1</source>
            <translation>Was wir gespeichert haben: %1</translation>
        </message>
        <message>
            <source>%L1 of %L2</source>
            <translation>%L1 von %L2</translation>
        </message>
        <message>
            <source>It is being written.</source>
            <translation>Es wird geschrieben.</translation>
        </message>
        <message>
            <source>This cannot be stopped.</source>
            <translation>Das lässt sich nicht anhalten.</translation>
        </message>
    </context>
    <context>
        <name>ui::ScenarioCard</name>
        <message>
            <source>Scenarios</source>
            <translation>Szenarien</translation>
        </message>
        <message>
            <source>Run all</source>
            <translation>Alle ausführen</translation>
        </message>
        <message>
            <source>Save what came of the scenarios</source>
            <translation>Ergebnisse der Szenarien speichern</translation>
        </message>
        <message>
            <source>The file cannot be written: %1.</source>
            <translation>Die Datei lässt sich nicht schreiben: %1.</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Ausführen</translation>
        </message>
        <message>
            <source>Run scenario %1</source>
            <translation>Szenario %1 ausführen</translation>
        </message>
        <message>
            <source>Running…</source>
            <translation>Läuft…</translation>
        </message>
        <message>
            <source>Passed in %1 s</source>
            <translation>Bestanden in %1 s</translation>
        </message>
        <message>
            <source>Passed in %1 s: %2</source>
            <translation>Bestanden in %1 s: %2</translation>
        </message>
        <message>
            <source>Did not pass: %1</source>
            <translation>Nicht bestanden: %1</translation>
        </message>
        <message>
            <source>A scenario is running.</source>
            <translation>Ein Szenario läuft.</translation>
        </message>
        <message>
            <source>No scenario is there.</source>
            <translation>Kein Szenario ist da.</translation>
        </message>
        <message>
            <source>Run a scenario first.</source>
            <translation>Erst ein Szenario ausführen.</translation>
        </message>
        <message>
            <source>%1 of %2 passed</source>
            <translation>%1 von %2 bestanden</translation>
        </message>
        <message numerus="yes">
            <source>%Ln scenario(s)</source>
            <translation>
                <numerusform>%Ln Szenario</numerusform>
                <numerusform>%Ln Szenarien</numerusform>
            </translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>Bericht speichern…</translation>
        </message>
        <message>
            <source>Each step, what was expected and what was so. It holds invented people only.</source>
            <translation>Jeder Schritt, was erwartet wurde und was war. Enthält nur erfundene Personen.</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Report to read (Markdown)</source>
            <translation>Bericht zum Lesen (Markdown)</translation>
        </message>
        <message>
            <source>JUnit, for continuous integration</source>
            <translation>JUnit, für Continuous Integration</translation>
        </message>
    </context>
    <context>
        <name>ui::SecretsDialog</name>
        <message>
            <source>Proxy password</source>
            <translation>Proxy-Kennwort</translation>
        </message>
        <message>
            <source>Proxy user</source>
            <translation>Proxy-Benutzer</translation>
        </message>
        <message>
            <source>Replace secrets of %1</source>
            <translation>Geheimnisse von %1 ersetzen</translation>
        </message>
        <message>
            <source>What stays empty is kept. The new ones are tested first; the old ones stay until the test passes.</source>
            <translation>Was leer bleibt, bleibt erhalten. Die neuen werden zuerst getestet; die alten bleiben, bis der Test besteht.</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Client-Secret</translation>
        </message>
        <message>
            <source>API key</source>
            <translation>API-Schlüssel</translation>
        </message>
        <message>
            <source>Test and replace</source>
            <translation>Testen und ersetzen</translation>
        </message>
    </context>
    <context>
        <name>ui::SelectedPeople</name>
        <message>
            <source>SailPoint invites at most 1,000 people at once.</source>
            <translation>SailPoint lädt höchstens 1.000 Personen auf einmal ein.</translation>
        </message>
        <message>
            <source>At most 10,000 people are processed at once. SailPoint processes everyone by itself twice a day.</source>
            <translation>Höchstens 10.000 Personen werden auf einmal verarbeitet. SailPoint verarbeitet alle zweimal täglich von selbst.</translation>
        </message>
        <message>
            <source>Nothing was asked for. Filter or select fewer people.</source>
            <translation>Es wurde nichts angefordert. Filtern oder wählen Sie weniger Personen.</translation>
        </message>
    </context>
    <context>
        <name>ui::SelectionPane</name>
        <message>
            <source>Clear selection</source>
            <translation>Auswahl aufheben</translation>
        </message>
        <message>
            <source>Invite…</source>
            <translation>Einladen…</translation>
        </message>
        <message>
            <source>Process…</source>
            <translation>Verarbeiten…</translation>
        </message>
        <message>
            <source>Export selection…</source>
            <translation>Auswahl exportieren…</translation>
        </message>
        <message>
            <source>%L1 selected</source>
            <translation>%L1 ausgewählt</translation>
        </message>
        <message>
            <source>Everyone who matches. An action asks the local copy again and takes whoever matches then.</source>
            <translation>Alle, die passen. Eine Aktion fragt die lokale Kopie erneut und nimmt, wer dann passt.</translation>
        </message>
        <message>
            <source>of %L1 who match</source>
            <translation>von %L1, die passen</translation>
        </message>
        <message>
            <source>Select all %L1 matching</source>
            <translation>Alle %L1 passenden auswählen</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionChips</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Abgelaufen</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionFoot</name>
        <message>
            <source>Cancel verification…</source>
            <translation>Prüfung abbrechen…</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>Jetzt prüfen</translation>
        </message>
        <message>
            <source>Write to SailPoint</source>
            <translation>In SailPoint schreiben</translation>
        </message>
        <message>
            <source>Ask a second person…</source>
            <translation>Eine zweite Person fragen…</translation>
        </message>
        <message>
            <source>Try again…</source>
            <translation>Noch einmal versuchen…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>End without a result…</source>
            <translation>Ohne Ergebnis beenden…</translation>
        </message>
        <message>
            <source>Stop watching…</source>
            <translation>Nicht mehr beobachten…</translation>
        </message>
        <message>
            <source>Three verifications failed within 24 hours. Stop and follow your escalation procedure.</source>
            <translation>Drei Prüfungen sind binnen 24 Stunden fehlgeschlagen. Anhalten und das Eskalationsverfahren befolgen.</translation>
        </message>
        <message>
            <source>Try writing again</source>
            <translation>Schreiben erneut versuchen</translation>
        </message>
        <message>
            <source>Open the tenant %1 first.</source>
            <translation>Erst den Mandanten %1 öffnen.</translation>
        </message>
        <message>
            <source>Ended by the operator</source>
            <translation>Von der bedienenden Person beendet</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionHead</name>
        <message>
            <source>State: %1</source>
            <translation>Zustand: %1</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionLink</name>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Erneut senden</translation>
        </message>
        <message>
            <source>QR code for the link %1</source>
            <translation>QR-Code für den Link %1</translation>
        </message>
        <message>
            <source>The link is not known at the moment.</source>
            <translation>Der Link ist gerade nicht bekannt.</translation>
        </message>
        <message>
            <source>It is over.</source>
            <translation>Sie ist vorbei.</translation>
        </message>
        <message>
            <source>Asked the provider to send the link again</source>
            <translation>Der Anbieter wurde gebeten, den Link erneut zu senden</translation>
        </message>
        <message>
            <source>The link is kept in memory only. After a restart it comes back when the provider&apos;s status answer carries it.</source>
            <translation>Der Link liegt nur im Speicher. Nach einem Neustart kommt er zurück, wenn die Statusantwort des Anbieters ihn enthält.</translation>
        </message>
        <message>
            <source>Again in %1 s</source>
            <translation>Wieder in %1 s</translation>
        </message>
        <message>
            <source>The link was asked for a moment ago.</source>
            <translation>Der Link wurde gerade erst angefordert.</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionMessages</name>
        <message>
            <source>Messages, secrets removed</source>
            <translation>Nachrichten, ohne Geheimnisse</translation>
        </message>
        <message>
            <source>Request to the provider</source>
            <translation>Anfrage an den Anbieter</translation>
        </message>
        <message>
            <source>Callback from %1, %2, one-time value %3</source>
            <translation>Callback von %1, %2, Einmalwert %3</translation>
        </message>
        <message>
            <source>matches</source>
            <translation>stimmt</translation>
        </message>
        <message>
            <source>absent</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>%1 bytes, SHA-256 %2</source>
            <translation>%1 Byte, SHA-256 %2</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionPane</name>
        <message>
            <source>Timeline</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Belege</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Open live view</source>
            <translation>Live-Ansicht öffnen</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Erneut senden</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>End…</source>
            <translation>Beenden…</translation>
        </message>
        <message>
            <source>Asked the provider to send the link again</source>
            <translation>Der Anbieter wurde gebeten, den Link erneut zu senden</translation>
        </message>
        <message>
            <source>Ended by the operator</source>
            <translation>Von der bedienenden Person beendet</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Anfrage</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Vertrauensstufe</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>Zustellung</translation>
        </message>
        <message>
            <source>Started by</source>
            <translation>Begonnen von</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Sitzung</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>SailPoint</source>
            <translation>SailPoint</translation>
        </message>
        <message>
            <source>No result for %1</source>
            <translation>Seit %1 kein Ergebnis</translation>
        </message>
        <message>
            <source>Messages %1</source>
            <translation>Nachrichten %1</translation>
        </message>
        <message>
            <source>Again in %1 s</source>
            <translation>Wieder in %1 s</translation>
        </message>
        <message>
            <source>The link was asked for a moment ago.</source>
            <translation>Der Link wurde gerade erst angefordert.</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionPeriod</name>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>Letzte 24 Stunden</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Custom…</source>
            <translation>Eigener Zeitraum…</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionStory</name>
        <message>
            <source>What happened</source>
            <translation>Was geschah</translation>
        </message>
        <message>
            <source>Say to the caller</source>
            <translation>Der anrufenden Person sagen</translation>
        </message>
        <message>
            <source>IAL%1 required</source>
            <translation>IAL%1 verlangt</translation>
        </message>
        <message>
            <source>Say to the caller: %1</source>
            <translation>Dem Anrufer sagen: %1</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionWindow</name>
        <message>
            <source>Name comparison</source>
            <translation>Namensvergleich</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Belege</translation>
        </message>
        <message>
            <source>Verification — %1</source>
            <translation>Prüfung — %1</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Sitzung</translation>
        </message>
        <message>
            <source>SailPoint</source>
            <translation>SailPoint</translation>
        </message>
        <message>
            <source>left · %1 elapsed</source>
            <translation>übrig · %1 vergangen</translation>
        </message>
        <message>
            <source>to send the reset</source>
            <translation>zum Senden des Zurücksetzens</translation>
        </message>
        <message>
            <source>to reset the password</source>
            <translation>zum Zurücksetzen des Passworts</translation>
        </message>
    </context>
    <context>
        <name>ui::SessionsPage</name>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Person, ticket or session ID</source>
            <translation>Person, Ticket oder Sitzungs-ID</translation>
        </message>
        <message>
            <source>Search sessions</source>
            <translation>Sitzungen suchen</translation>
        </message>
        <message>
            <source>The sessions cannot be read</source>
            <translation>Die Sitzungen sind nicht lesbar</translation>
        </message>
        <message>
            <source>No session matches.</source>
            <translation>Keine Sitzung passt.</translation>
        </message>
        <message>
            <source>Choose another period, or search without filters.</source>
            <translation>Anderen Zeitraum wählen oder ohne Filter suchen.</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>No sessions yet</source>
            <translation>Noch keine Sitzungen</translation>
        </message>
        <message>
            <source>Start one from Identities or with Ctrl+K.</source>
            <translation>Unter Identitäten oder mit Strg+K beginnen.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln session(s)</source>
            <translation>
                <numerusform>%Ln Sitzung</numerusform>
                <numerusform>%Ln Sitzungen</numerusform>
            </translation>
        </message>
        <message>
            <source>● Live</source>
            <translation>● Live</translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n neue</numerusform>
                <numerusform>%n neue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings pages</source>
            <translation>Einstellungsseiten</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Tenants</source>
            <translation>Mandanten</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Qt</source>
            <translation>Qt</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>Datenordner</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Bedienende Person</translation>
        </message>
        <message>
            <source>Callback receiver</source>
            <translation>Callback-Empfänger</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Meldungen</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <source>Name matching</source>
            <translation>Namensvergleich</translation>
        </message>
    </context>
    <context>
        <name>ui::Sidebar</name>
        <message>
            <source>Find a person</source>
            <translation>Person suchen</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Identities</source>
            <translation>Identitäten</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Re-verification</source>
            <translation>Erneute Prüfung</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>Genehmigungen</translation>
        </message>
        <message>
            <source>Lab</source>
            <translation>Labor</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>Add tenant…</source>
            <translation>Mandant hinzufügen…</translation>
        </message>
    </context>
    <context>
        <name>ui::StandardDialog</name>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Whom no rule matches</source>
            <translation>Auf wen keine Regel passt</translation>
        </message>
        <message>
            <source>Verify every</source>
            <translation>Prüfen alle</translation>
        </message>
        <message>
            <source>Warn before</source>
            <translation>Warnen vorher</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>Nachfrist</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Übernehmen</translation>
        </message>
    </context>
    <context>
        <name>ui::StatusLine</name>
        <message>
            <source>Synchronisation</source>
            <translation>Synchronisation</translation>
        </message>
        <message>
            <source>Times in %1</source>
            <translation>Zeiten in %1</translation>
        </message>
        <message>
            <source>No open operations</source>
            <translation>Keine offenen Vorgänge</translation>
        </message>
        <message numerus="yes">
            <source>%Ln open operation(s)</source>
            <translation>
                <numerusform>%Ln offener Vorgang</numerusform>
                <numerusform>%Ln offene Vorgänge</numerusform>
            </translation>
        </message>
        <message>
            <source>Sending renewals %L1 of %L2</source>
            <translation>Erneuerungen werden gesendet: %L1 von %L2</translation>
        </message>
        <message>
            <source>  Not connected</source>
            <translation>  Nicht verbunden</translation>
        </message>
        <message>
            <source>● %1 %2 ms</source>
            <translation>● %1 %2 ms</translation>
        </message>
        <message>
            <source>● %1: no answer</source>
            <translation>● %1: keine Antwort</translation>
        </message>
        <message>
            <source>○ Receiver off</source>
            <translation>○ Empfänger aus</translation>
        </message>
        <message>
            <source>● Receiver on port %1</source>
            <translation>● Empfänger auf Port %1</translation>
        </message>
    </context>
    <context>
        <name>ui::StatusTiles</name>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Never verified</source>
            <translation>Nie geprüft</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Bald fällig</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Status tiles</source>
            <translation>Statuskacheln</translation>
        </message>
        <message>
            <source>Past due</source>
            <translation>Nicht mehr gültig</translation>
        </message>
        <message>
            <source>%1 % of all in scope</source>
            <translation>%1 % aller im Umfang</translation>
        </message>
        <message>
            <source>%1 renewals · %2 others</source>
            <translation>%1 Erneuerungen · %2 andere</translation>
        </message>
        <message>
            <source>%1 in the last 24 hours</source>
            <translation>%1 in den letzten 24 Stunden</translation>
        </message>
        <message>
            <source>no verification on record</source>
            <translation>keine Prüfung verzeichnet</translation>
        </message>
        <message numerus="yes">
            <source>within %Ln day(s)</source>
            <translation>
                <numerusform>innerhalb von %Ln Tag</numerusform>
                <numerusform>innerhalb von %Ln Tagen</numerusform>
            </translation>
        </message>
        <message>
            <source>as the policy warns</source>
            <translation>wie die Richtlinie warnt</translation>
        </message>
        <message>
            <source>%1 reset or withdrawn</source>
            <translation>%1 zurückgesetzt oder zurückgezogen</translation>
        </message>
        <message>
            <source>%1 past their grace period</source>
            <translation>%1 nach Ablauf der Nachfrist</translation>
        </message>
    </context>
    <context>
        <name>ui::StatusWordsDialog</name>
        <message>
            <source>Status words of %1</source>
            <translation>Statuswörter von %1</translation>
        </message>
        <message>
            <source>What the words in idvStatus mean, separated by commas. Whole words, letter case aside. Every other word is a verification withdrawn.</source>
            <translation>Was die Wörter in idvStatus bedeuten, durch Kommas getrennt. Ganze Wörter, ohne Groß- und Kleinschreibung. Jedes andere Wort ist eine zurückgezogene Prüfung.</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Recorded in the audit log</source>
            <translation>Steht im Prüfprotokoll</translation>
        </message>
    </context>
    <context>
        <name>ui::StopCampaignDialog</name>
        <message>
            <source>Discard “%1”?</source>
            <translation>„%1“ verwerfen?</translation>
        </message>
        <message>
            <source>Cancel the open links of “%1”?</source>
            <translation>Die offenen Links von „%1“ abbrechen?</translation>
        </message>
        <message>
            <source>Stop sending to %1 people?</source>
            <translation>Das Senden an %1 Personen beenden?</translation>
        </message>
        <message>
            <source>Nothing was sent. It stays in the record as stopped.</source>
            <translation>Nichts wurde gesendet. Die Kampagne bleibt als beendet verzeichnet.</translation>
        </message>
        <message>
            <source>Whoever has not used theirs has to be sent a new one.</source>
            <translation>Wer seinen nicht genutzt hat, braucht einen neuen.</translation>
        </message>
        <message>
            <source>A stopped campaign is not started again. Pause it if it shall go on later.</source>
            <translation>Eine beendete Kampagne startet nicht wieder. Pausieren Sie sie, wenn sie später weitergehen soll.</translation>
        </message>
        <message>
            <source>Keep the %1 open links</source>
            <translation>Die %1 offenen Links behalten</translation>
        </message>
        <message>
            <source>Cancel them too</source>
            <translation>Auch sie abbrechen</translation>
        </message>
        <message>
            <source>The provider has no call to cancel a link: the console only stops watching, and a link stays usable until its lifetime ends. A pass that comes in later is held, not applied.</source>
            <translation>Der Anbieter kann einen Link nicht abbrechen: Die Konsole beobachtet nur nicht mehr, und ein Link bleibt bis zu seinem Ablauf nutzbar. Ein späterer Erfolg wird zurückgehalten, nicht angewandt.</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Keep the draft</source>
            <translation>Entwurf behalten</translation>
        </message>
        <message>
            <source>Go on sending</source>
            <translation>Weiter senden</translation>
        </message>
        <message>
            <source>Discard draft</source>
            <translation>Entwurf verwerfen</translation>
        </message>
        <message>
            <source>Cancel open links</source>
            <translation>Offene Links abbrechen</translation>
        </message>
        <message>
            <source>Stop sending</source>
            <translation>Senden beenden</translation>
        </message>
        <message numerus="yes">
            <source>%Ln open link(s) cancelled</source>
            <translation>
                <numerusform>%Ln offener Link abgebrochen</numerusform>
                <numerusform>%Ln offene Links abgebrochen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::SubscribeDialog</name>
        <message>
            <source>Subscribe to an event trigger</source>
            <translation>Ereignis abonnieren</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Subscribe</source>
            <translation>Abonnieren</translation>
        </message>
        <message>
            <source>The token or password has at least 16 characters.</source>
            <translation>Token oder Kennwort hat mindestens 16 Zeichen.</translation>
        </message>
        <message>
            <source>SailPoint is being asked.</source>
            <translation>SailPoint wird gefragt.</translation>
        </message>
        <message>
            <source>The filter fits the trigger&apos;s example.</source>
            <translation>Der Filter passt zum Beispiel des Ereignisses.</translation>
        </message>
        <message>
            <source>SailPoint did not answer</source>
            <translation>SailPoint hat nicht geantwortet</translation>
        </message>
        <message>
            <source>Change a subscription</source>
            <translation>Abonnement ändern</translation>
        </message>
        <message>
            <source>Change “%1”</source>
            <translation>„%1“ ändern</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>Another address or sign-in needs the token once more: SailPoint does not hand it out.</source>
            <translation>Andere Adresse oder Anmeldung braucht das Token noch einmal: SailPoint gibt es nicht heraus.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>It may have been done all the same. Close this, and look at the list before you try again.</source>
            <translation>Es kann trotzdem geschehen sein. Schließen und in der Liste nachsehen, bevor es noch einmal versucht wird.</translation>
        </message>
        <message>
            <source>Start the callback receiver first.</source>
            <translation>Starten Sie zuerst den Rückrufempfänger.</translation>
        </message>
        <message>
            <source>Events are not taken: switch them on in Settings, Callback receiver.</source>
            <translation>Ereignisse werden nicht angenommen: Schalten Sie sie in den Einstellungen unter Rückrufempfänger ein.</translation>
        </message>
    </context>
    <context>
        <name>ui::SubscriptionForm</name>
        <message>
            <source>IDV Console</source>
            <translation>IDV Console</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>This console</source>
            <translation>Diese Konsole</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>None (simulator only)</source>
            <translation>Keine (nur Simulator)</translation>
        </message>
        <message>
            <source>Basic</source>
            <translation>Basic</translation>
        </message>
        <message>
            <source>Bearer token</source>
            <translation>Bearer-Token</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <source>At least 16 characters; sent to SailPoint and kept nowhere here</source>
            <translation>Mindestens 16 Zeichen; geht an SailPoint und wird hier nirgends aufbewahrt</translation>
        </message>
        <message>
            <source>Token or password</source>
            <translation>Token oder Kennwort</translation>
        </message>
        <message>
            <source>In the answer, within 10 seconds</source>
            <translation>In der Antwort, binnen 10 Sekunden</translation>
        </message>
        <message>
            <source>Later, until the deadline</source>
            <translation>Später, bis zur Frist</translation>
        </message>
        <message>
            <source>Either</source>
            <translation>Beides</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Deadline (ISO 8601)</source>
            <translation>Frist (ISO 8601)</translation>
        </message>
        <message>
            <source>Try on the example</source>
            <translation>Am Beispiel probieren</translation>
        </message>
        <message>
            <source>Filter (JSONPath)</source>
            <translation>Filter (JSONPath)</translation>
        </message>
        <message>
            <source>Switched on from the beginning</source>
            <translation>Von Anfang an eingeschaltet</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>Eingeschaltet</translation>
        </message>
        <message>
            <source>Empty: it stays as it is in SailPoint</source>
            <translation>Leer: bleibt in SailPoint, wie es ist</translation>
        </message>
        <message>
            <source>A subscription keeps its trigger.</source>
            <translation>Ein Abonnement behält sein Ereignis.</translation>
        </message>
        <message>
            <source>Only for basic sign-in.</source>
            <translation>Nur für Basic-Anmeldung.</translation>
        </message>
        <message>
            <source>Without a sign-in there is none.</source>
            <translation>Ohne Anmeldung gibt es keines.</translation>
        </message>
        <message>
            <source>This trigger asks nothing back.</source>
            <translation>Dieses Ereignis fragt nichts zurück.</translation>
        </message>
        <message>
            <source>Only for answers that come later.</source>
            <translation>Nur für Antworten, die später kommen.</translation>
        </message>
        <message>
            <source>Enter a filter first.</source>
            <translation>Erst einen Filter eingeben.</translation>
        </message>
        <message>
            <source>The receiver’s own token, from the keychain</source>
            <translation>Das eigene Token des Empfängers, aus dem Schlüsselbund</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantActions</name>
        <message>
            <source>Results of %1 are read anew</source>
            <translation>Ergebnisse von %1 werden neu gelesen</translation>
        </message>
        <message>
            <source>%1 saved; that its secrets are accepted was not proven</source>
            <translation>%1 gespeichert; dass die Geheimnisse angenommen werden, wurde nicht bewiesen</translation>
        </message>
        <message>
            <source>Another kind of provider needs its key</source>
            <translation>Eine andere Art von Anbieter braucht ihren Schlüssel</translation>
        </message>
        <message>
            <source>Choose it with Edit…, where the key is entered.</source>
            <translation>Bitte mit Bearbeiten… wählen; dort wird der Schlüssel eingegeben.</translation>
        </message>
        <message>
            <source>%1 saved</source>
            <translation>%1 gespeichert</translation>
        </message>
        <message>
            <source>Registered: %1 sits here</source>
            <translation>Eingetragen: Hier sitzt %1</translation>
        </message>
        <message>
            <source>Saved what counts as an active account</source>
            <translation>Gesichert, was als aktives Konto gilt</translation>
        </message>
        <message>
            <source>Write-back of %1 changed</source>
            <translation>Rückschreiben von %1 geändert</translation>
        </message>
        <message>
            <source>Status words of %1 changed</source>
            <translation>Statuswörter von %1 geändert</translation>
        </message>
        <message>
            <source>Approvals of %1 changed</source>
            <translation>Genehmigungen von %1 geändert</translation>
        </message>
        <message>
            <source>Provider of %1 changed</source>
            <translation>Anbieter von %1 geändert</translation>
        </message>
        <message>
            <source>Testing %1…</source>
            <translation>Teste %1…</translation>
        </message>
        <message>
            <source>The addresses answer; not everything is proven</source>
            <translation>Die Adressen antworten; nicht alles ist nachgewiesen</translation>
        </message>
        <message>
            <source>The connection works</source>
            <translation>Die Verbindung funktioniert</translation>
        </message>
        <message>
            <source>The connection does not work</source>
            <translation>Die Verbindung funktioniert nicht</translation>
        </message>
        <message>
            <source>The new secrets do not work</source>
            <translation>Die neuen Geheimnisse funktionieren nicht</translation>
        </message>
        <message>
            <source>The old ones stay.</source>
            <translation>Die alten bleiben.</translation>
        </message>
        <message>
            <source>Secrets replaced</source>
            <translation>Geheimnisse ersetzt</translation>
        </message>
        <message>
            <source>Secrets replaced; that they are accepted was not proven</source>
            <translation>Geheimnisse ersetzt; dass sie angenommen werden, ist nicht nachgewiesen</translation>
        </message>
        <message>
            <source>Remove %1 from this computer?</source>
            <translation>%1 von diesem Rechner entfernen?</translation>
        </message>
        <message>
            <source>Local copy and secrets are deleted. SailPoint and the audit log are not touched.</source>
            <translation>Lokale Kopie und Geheimnisse werden gelöscht. SailPoint und das Prüfprotokoll bleiben unberührt.</translation>
        </message>
        <message>
            <source>Remove tenant</source>
            <translation>Mandant entfernen</translation>
        </message>
        <message>
            <source>End the open verifications of %1?</source>
            <translation>Die offenen Prüfungen von %1 beenden?</translation>
        </message>
        <message>
            <source>Links that were sent stay usable at the provider; what comes of them is refused.</source>
            <translation>Gesendete Links bleiben beim Anbieter benutzbar; was daraus wird, wird abgelehnt.</translation>
        </message>
        <message>
            <source>End them and remove</source>
            <translation>Beenden und entfernen</translation>
        </message>
        <message>
            <source>Tenant removed</source>
            <translation>Mandant entfernt</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantButton</name>
        <message>
            <source>Production</source>
            <translation>Produktion</translation>
        </message>
        <message>
            <source>Sandbox</source>
            <translation>Sandbox</translation>
        </message>
        <message>
            <source>Simulated</source>
            <translation>Simuliert</translation>
        </message>
        <message>
            <source>Tenant %1, %2</source>
            <translation>Mandant %1, %2</translation>
        </message>
        <message>
            <source>No tenant</source>
            <translation>Kein Mandant</translation>
        </message>
        <message>
            <source>Not set up</source>
            <translation>Nicht eingerichtet</translation>
        </message>
        <message>
            <source> · locked</source>
            <translation> · gesperrt</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantCard</name>
        <message>
            <source>Access token…</source>
            <translation>Zugriffstoken…</translation>
        </message>
        <message>
            <source>Results…</source>
            <translation>Ergebnisse…</translation>
        </message>
        <message>
            <source>Where the provider’s results stand, and what its words mean</source>
            <translation>Wo die Ergebnisse des Anbieters stehen und was seine Wörter bedeuten</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Simulator: invented people, nothing leaves this computer</source>
            <translation>Simulator: erfundene Personen, nichts verlässt diesen Rechner</translation>
        </message>
        <message>
            <source>Sandbox</source>
            <translation>Sandbox</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Produktion</translation>
        </message>
        <message>
            <source>In memory, new with every start</source>
            <translation>Im Speicher, bei jedem Start neu</translation>
        </message>
        <message>
            <source>Missing: enter them with Replace secrets…</source>
            <translation>Fehlen: mit „Geheimnisse ersetzen…“ eingeben</translation>
        </message>
        <message>
            <source>In this computer’s keychain; never shown again</source>
            <translation>Im Schlüsselbund dieses Rechners; werden nie wieder angezeigt</translation>
        </message>
        <message>
            <source>added %1</source>
            <translation>hinzugefügt am %1</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>Verbindung testen</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>Lock: read only</source>
            <translation>Sperren: nur lesen</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produkt</translation>
        </message>
        <message>
            <source>SailPoint address</source>
            <translation>SailPoint-Adresse</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>1Kosmos address</source>
            <translation>1Kosmos-Adresse</translation>
        </message>
        <message>
            <source>Community ID</source>
            <translation>Community-ID</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Anbieter</translation>
        </message>
        <message>
            <source>BlockID DocuVerify</source>
            <translation>BlockID DocuVerify</translation>
        </message>
        <message>
            <source>Session API with a bearer key</source>
            <translation>Sitzungs-API mit Bearer-Schlüssel</translation>
        </message>
        <message>
            <source>Write-back</source>
            <translation>Rückschreiben</translation>
        </message>
        <message>
            <source>Secrets</source>
            <translation>Geheimnisse</translation>
        </message>
        <message>
            <source>Replace secrets…</source>
            <translation>Geheimnisse ersetzen…</translation>
        </message>
        <message>
            <source>Approvals…</source>
            <translation>Genehmigungen…</translation>
        </message>
        <message>
            <source>Provider…</source>
            <translation>Anbieter…</translation>
        </message>
        <message>
            <source>Write-back…</source>
            <translation>Rückschreiben…</translation>
        </message>
        <message>
            <source>Status words…</source>
            <translation>Statuswörter…</translation>
        </message>
        <message>
            <source>What the words in idvStatus mean</source>
            <translation>Was die Wörter in idvStatus bedeuten</translation>
        </message>
        <message>
            <source>Active accounts…</source>
            <translation>Aktive Konten…</translation>
        </message>
        <message>
            <source>Open this tenant first.</source>
            <translation>Öffnen Sie zuerst diesen Mandanten.</translation>
        </message>
        <message>
            <source>Re-verification policy…</source>
            <translation>Richtlinie für erneute Prüfung…</translation>
        </message>
        <message>
            <source>Readiness…</source>
            <translation>Bereitschaft…</translation>
        </message>
        <message>
            <source>Operator…</source>
            <translation>Bedienende Person…</translation>
        </message>
        <message>
            <source>Registers who sits here, so that a second person is somebody else</source>
            <translation>Trägt ein, wer hier sitzt, damit eine zweite Person jemand anderes ist</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantSessions</name>
        <message>
            <source>SailPoint says that the paths of v2024 end: this tenant is asked by the per-service paths from now on. Edit… in Settings, Tenants leads back.</source>
            <translation>SailPoint sagt, dass die Pfade von v2024 enden: Dieser Mandant wird ab jetzt über die Pfade je Dienst gefragt. „Bearbeiten…“ unter Einstellungen, Mandanten führt zurück.</translation>
        </message>
        <message>
            <source>The provider has answered, and the answer cannot be written yet</source>
            <translation>Der Anbieter hat geantwortet, und die Antwort kann noch nicht geschrieben werden</translation>
        </message>
        <message>
            <source>%1 Keep this window open; it is tried again.</source>
            <translation>%1 Lassen Sie dieses Fenster offen; es wird wieder versucht.</translation>
        </message>
        <message>
            <source>No personal data was removed</source>
            <translation>Es wurden keine personenbezogenen Daten entfernt</translation>
        </message>
        <message>
            <source>The lab&apos;s receiver had nothing to do for 30 minutes and was stopped. The next verification starts it again.</source>
            <translation>Der Empfänger des Labors hatte 30 Minuten nichts zu tun und wurde beendet. Die nächste Prüfung startet ihn wieder.</translation>
        </message>
        <message>
            <source>A campaign was interrupted</source>
            <translation>Eine Kampagne wurde unterbrochen</translation>
        </message>
        <message>
            <source>The console ended while it was sending. It is paused: look at Re-verification, Campaigns, and continue it there. Nobody gets a second link.</source>
            <translation>Die Konsole endete während des Sendens. Die Kampagne ist pausiert: Setzen Sie sie unter Erneuerung, Kampagnen fort. Niemand bekommt einen zweiten Link.</translation>
        </message>
        <message>
            <source>Synchronising %L1 of %L2</source>
            <translation>Synchronisiere %L1 von %L2</translation>
        </message>
        <message>
            <source>SailPoint asked us to wait: continuing in %1 s</source>
            <translation>SailPoint bittet zu warten: weiter in %1 s</translation>
        </message>
        <message>
            <source>Keeping under SailPoint&apos;s limit: continuing in %1 s</source>
            <translation>Bleibt unter SailPoints Grenze: weiter in %1 s</translation>
        </message>
        <message>
            <source>A setting cannot be read</source>
            <translation>Eine Einstellung lässt sich nicht lesen</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantWizard</name>
        <message>
            <source>The proxy’s user or password is missing.</source>
            <translation>Benutzer oder Kennwort des Proxys fehlt.</translation>
        </message>
        <message>
            <source>Add tenant</source>
            <translation>Mandant hinzufügen</translation>
        </message>
        <message>
            <source>Nothing is stored until you finish.</source>
            <translation>Bis zum Abschluss wird nichts gespeichert.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Secrets will be forgotten when the console closes</source>
            <translation>Geheimnisse werden beim Schließen der Konsole vergessen</translation>
        </message>
        <message>
            <source>Attributes and write-back</source>
            <translation>Attribute und Rückschreiben</translation>
        </message>
        <message>
            <source>Secrets go to this computer’s keychain and are never shown again.</source>
            <translation>Geheimnisse kommen in den Schlüsselbund dieses Rechners und werden nie wieder angezeigt.</translation>
        </message>
        <message>
            <source>The client secret is missing.</source>
            <translation>Das Client-Secret fehlt.</translation>
        </message>
        <message>
            <source>The API key is missing.</source>
            <translation>Der API-Schlüssel fehlt.</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>Teste…</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Fertigstellen</translation>
        </message>
        <message>
            <source>Readiness check</source>
            <translation>Bereitschaftsprüfung</translation>
        </message>
        <message>
            <source>Step %1 of 4</source>
            <translation>Schritt %1 von 4</translation>
        </message>
        <message>
            <source>Finish all the same</source>
            <translation>Trotzdem abschließen</translation>
        </message>
        <message>
            <source>This is the first step.</source>
            <translation>Das ist der erste Schritt.</translation>
        </message>
        <message>
            <source>Say what this tenant is.</source>
            <translation>Sagen Sie, was dieser Mandant ist.</translation>
        </message>
        <message>
            <source>What is recorded of its requests, and what may be tried with it, depends on whether it is production, a sandbox or a simulator.</source>
            <translation>Was von seinen Anfragen aufgezeichnet wird und was mit ihm versucht werden darf, hängt davon ab, ob er Produktion, eine Sandbox oder ein Simulator ist.</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantsPage</name>
        <message>
            <source>Tenants</source>
            <translation>Mandanten</translation>
        </message>
        <message>
            <source>Add tenant…</source>
            <translation>Mandant hinzufügen…</translation>
        </message>
        <message>
            <source>No tenant yet.</source>
            <translation>Noch kein Mandant.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
    </context>
    <context>
        <name>ui::Tile</name>
        <message>
            <source>Counting…</source>
            <translation>Wird gezählt…</translation>
        </message>
    </context>
    <context>
        <name>ui::TriggerTest</name>
        <message>
            <source>Test invocation</source>
            <translation>Testaufruf</translation>
        </message>
        <message>
            <source>marked TEST in SailPoint</source>
            <translation>in SailPoint als TEST gekennzeichnet</translation>
        </message>
        <message>
            <source>Trigger</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Send to</source>
            <translation>Senden an</translation>
        </message>
        <message>
            <source>Input of the test, JSON</source>
            <translation>Eingabe des Tests, JSON</translation>
        </message>
        <message>
            <source>Load example</source>
            <translation>Beispiel laden</translation>
        </message>
        <message>
            <source>Send test</source>
            <translation>Test senden</translation>
        </message>
        <message>
            <source>Everybody who subscribed</source>
            <translation>Alle, die abonniert haben</translation>
        </message>
        <message>
            <source>%1 only</source>
            <translation>Nur %1</translation>
        </message>
        <message>
            <source>Valid JSON</source>
            <translation>Gültiges JSON</translation>
        </message>
        <message>
            <source>The triggers are not read yet.</source>
            <translation>Die Ereignisse sind noch nicht gelesen.</translation>
        </message>
        <message>
            <source>The input is no JSON object.</source>
            <translation>Die Eingabe ist kein JSON-Objekt.</translation>
        </message>
        <message>
            <source>Test in production?</source>
            <translation>In der Produktion testen?</translation>
        </message>
        <message>
            <source>Test invocations reach every live subscriber of “%1”. What they do with it is real.</source>
            <translation>Testaufrufe erreichen jeden, der bei „%1“ abonniert hat. Was sie damit tun, ist echt.</translation>
        </message>
        <message>
            <source>Send tests</source>
            <translation>Tests senden</translation>
        </message>
    </context>
    <context>
        <name>ui::UnmatchedCallbacksCard</name>
        <message>
            <source>Assign to a session…</source>
            <translation>Einer Sitzung zuordnen…</translation>
        </message>
        <message>
            <source>Dismiss…</source>
            <translation>Verwerfen…</translation>
        </message>
        <message>
            <source>Unmatched callbacks</source>
            <translation>Nicht zugeordnete Callbacks</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>It says</source>
            <translation>Aussage</translation>
        </message>
        <message>
            <source>Why unmatched</source>
            <translation>Warum nicht zugeordnet</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Sitzung</translation>
        </message>
        <message>
            <source>Its one-time value is not this session&apos;s</source>
            <translation>Sein Einmalwert gehört nicht zu dieser Sitzung</translation>
        </message>
        <message>
            <source>Unmatched: %L1</source>
            <translation>Nicht zugeordnet: %L1</translation>
        </message>
        <message>
            <source>Assign to a session</source>
            <translation>Einer Sitzung zuordnen</translation>
        </message>
        <message>
            <source>No session fits this callback</source>
            <translation>Keine Sitzung passt zu diesem Callback</translation>
        </message>
        <message>
            <source>Which session does it belong to?</source>
            <translation>Zu welcher Sitzung gehört er?</translation>
        </message>
        <message>
            <source>A callback can be assigned only to a session that the provider knows by the same id, or whose start was not answered and whose user it names. Dismiss it, or start a new verification.</source>
            <translation>Ein Callback lässt sich nur einer Sitzung zuordnen, die der Anbieter unter derselben Kennung kennt oder deren Start unbeantwortet blieb und deren Benutzer er nennt. Verwerfen Sie ihn oder beginnen Sie eine neue Prüfung.</translation>
        </message>
        <message>
            <source>It never decides: the console asks the provider for the status at once, and that answer counts.</source>
            <translation>Er entscheidet nie: die Konsole fragt sofort den Anbieter nach dem Stand, und diese Antwort zählt.</translation>
        </message>
        <message>
            <source>Sessions that fit</source>
            <translation>Passende Sitzungen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Assign and ask</source>
            <translation>Zuordnen und nachfragen</translation>
        </message>
        <message>
            <source>Dismiss the callback</source>
            <translation>Callback verwerfen</translation>
        </message>
        <message>
            <source>It is never applied to a session. Who dismissed it, and why, is kept in the audit log.</source>
            <translation>Er wird nie auf eine Sitzung angewendet. Wer ihn warum verwarf, steht im Prüfprotokoll.</translation>
        </message>
        <message>
            <source>Why (optional)</source>
            <translation>Warum (freiwillig)</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>It carries no one-time value of a session here</source>
            <translation>Er trägt keinen Einmalwert einer hiesigen Sitzung</translation>
        </message>
    </context>
    <context>
        <name>ui::VerificationPage</name>
        <message>
            <source>Verification</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Reset this page</source>
            <translation>Diese Seite zurücksetzen</translation>
        </message>
        <message>
            <source>Ticket numbers match</source>
            <translation>Ticketnummern entsprechen</translation>
        </message>
        <message>
            <source>A regular expression, for example INC\d{7}. Empty: any text</source>
            <translation>Ein regulärer Ausdruck, zum Beispiel INC\d{7}. Leer: beliebiger Text</translation>
        </message>
        <message>
            <source>Example, shown beside the field</source>
            <translation>Beispiel, neben dem Feld gezeigt</translation>
        </message>
        <message>
            <source>A result opens account recovery for</source>
            <translation>Ein Ergebnis öffnet die Kontowiederherstellung für</translation>
        </message>
        <message>
            <source>15 minutes, once</source>
            <translation>15 Minuten, einmal</translation>
        </message>
        <message>
            <source>Say to the caller</source>
            <translation>Der anrufenden Person sagen</translation>
        </message>
        <message>
            <source>For everyone who uses this console in its present language. Never say personal data, and never ask for it. What is left empty is said as built in.</source>
            <translation>Für alle, die diese Konsole in der jetzigen Sprache benutzen. Nennen Sie nie persönliche Daten und fragen Sie nie danach. Was leer bleibt, wird wie eingebaut gesagt.</translation>
        </message>
        <message>
            <source>Not applied</source>
            <translation>Nicht übernommen</translation>
        </message>
        <message>
            <source>Each reason begins with</source>
            <translation>Jeder Grund beginnt mit</translation>
        </message>
        <message>
            <source>The level is the least that may be asked for. Without a ticked document, those of last time are ticked.</source>
            <translation>Die Stufe ist die geringste, die verlangt werden darf. Ist kein Dokument angehakt, gelten die vom letzten Mal.</translation>
        </message>
        <message>
            <source>Least level: %1</source>
            <translation>Mindeststufe: %1</translation>
        </message>
        <message>
            <source>Account recovery always asks for IAL2.</source>
            <translation>Kontowiederherstellung verlangt immer IAL2.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Way of sending: %1</source>
            <translation>Versandart: %1</translation>
        </message>
        <message>
            <source>As last time</source>
            <translation>Wie zuletzt</translation>
        </message>
        <message>
            <source>Text message</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>QR code</source>
            <translation>QR-Code</translation>
        </message>
        <message>
            <source>What is stored cannot be read; “Reset this page” replaces it</source>
            <translation>Was gespeichert ist, lässt sich nicht lesen; „Diese Seite zurücksetzen“ ersetzt es</translation>
        </message>
    </context>
    <context>
        <name>ui::VerificationTab</name>
        <message>
            <source>Name comparison</source>
            <translation>Namensvergleich</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>No verification is known for this person.</source>
            <translation>Für diese Person ist keine Prüfung bekannt.</translation>
        </message>
        <message>
            <source>Verified at IAL%1</source>
            <translation>Geprüft mit IAL%1</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>SailPoint says %1</source>
            <translation>SailPoint sagt %1</translation>
        </message>
        <message>
            <source>as recorded in SailPoint</source>
            <translation>wie in SailPoint vermerkt</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
    </context>
    <context>
        <name>ui::VerifyDialog</name>
        <message>
            <source>Verify identity</source>
            <translation>Identität prüfen</translation>
        </message>
        <message>
            <source>A verification for this person is already open</source>
            <translation>Für diese Person läuft bereits eine Prüfung</translation>
        </message>
        <message>
            <source>Started %1 ago by %2.</source>
            <translation>Vor %1 begonnen von %2.</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Start verification</source>
            <translation>Prüfung beginnen</translation>
        </message>
        <message>
            <source>The provider may still write to the person&apos;s address. </source>
            <translation>Der Anbieter schreibt die Person womöglich trotzdem an. </translation>
        </message>
        <message numerus="yes">
            <source>The link expires after %n minute(s).</source>
            <translation>
                <numerusform>Der Link läuft nach %n Minute ab.</numerusform>
                <numerusform>Der Link läuft nach %n Minuten ab.</numerusform>
            </translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Startet…</translation>
        </message>
        <message>
            <source>The verification was not started</source>
            <translation>Die Prüfung wurde nicht begonnen</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Es wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>Not available offline.</source>
            <translation>Offline nicht verfügbar.</translation>
        </message>
        <message>
            <source>Fill in the form first: the open verification is ended only when the new one can start.</source>
            <translation>Erst das Formular ausfüllen: Die offene Prüfung wird nur beendet, wenn die neue beginnen kann.</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Already verified at IAL%1, %2 ago</source>
            <translation>Schon mit IAL%1 geprüft, vor %2</translation>
        </message>
        <message>
            <source>That result may be enough. A new verification can be started all the same.</source>
            <translation>Dieses Ergebnis genügt vielleicht. Eine neue Prüfung ist trotzdem möglich.</translation>
        </message>
        <message>
            <source>Nothing was sent</source>
            <translation>Nichts wurde gesendet</translation>
        </message>
        <message>
            <source>Register first who sits here: an account recovery needs it.</source>
            <translation>Zuerst eintragen, wer hier sitzt: eine Kontowiederherstellung braucht es.</translation>
        </message>
        <message>
            <source>Register…</source>
            <translation>Eintragen…</translation>
        </message>
        <message>
            <source>Registers who sits here; an account recovery needs it</source>
            <translation>Trägt ein, wer hier sitzt; eine Kontowiederherstellung braucht es</translation>
        </message>
    </context>
    <context>
        <name>ui::VerifyForm</name>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Ticket number</source>
            <translation>Ticketnummer</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Vertrauensstufe</translation>
        </message>
        <message>
            <source>IAL2 asks for a document and a face</source>
            <translation>IAL2 verlangt ein Dokument und ein Gesicht</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Send the link</source>
            <translation>Link senden</translation>
        </message>
        <message>
            <source>Text message: no number on file</source>
            <translation>SMS: keine Nummer hinterlegt</translation>
        </message>
        <message>
            <source>Text message to %1</source>
            <translation>SMS an %1</translation>
        </message>
        <message>
            <source>E-mail: no address on file</source>
            <translation>E-Mail: keine Adresse hinterlegt</translation>
        </message>
        <message>
            <source>E-mail to %1</source>
            <translation>E-Mail an %1</translation>
        </message>
        <message>
            <source>Do not send; show a QR code and link</source>
            <translation>Nicht senden; QR-Code und Link zeigen</translation>
        </message>
        <message>
            <source>Why this contact is used</source>
            <translation>Warum dieser Kontakt benutzt wird</translation>
        </message>
        <message numerus="yes">
            <source>Unchanged for %n day(s)</source>
            <translation>
                <numerusform>Seit %n Tag unverändert</numerusform>
                <numerusform>Seit %n Tagen unverändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Changed %n day(s) ago</source>
            <translation>
                <numerusform>Vor %n Tag geändert</numerusform>
                <numerusform>Vor %n Tagen geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>Whether it changed lately is not known</source>
            <translation>Ob er sich kürzlich geändert hat, ist unbekannt</translation>
        </message>
        <message>
            <source>Choose at least one document.</source>
            <translation>Mindestens ein Dokument wählen.</translation>
        </message>
        <message>
            <source>Enter the ticket number to start.</source>
            <translation>Zum Beginnen die Ticketnummer eingeben.</translation>
        </message>
        <message>
            <source>The ticket number does not have the agreed form.</source>
            <translation>Die Ticketnummer hat nicht die vereinbarte Form.</translation>
        </message>
        <message>
            <source>This contact changed lately, or its age is not known: say why it is used.</source>
            <translation>Dieser Kontakt hat sich kürzlich geändert, oder sein Alter ist unbekannt: sagen, warum er benutzt wird.</translation>
        </message>
        <message>
            <source>Optional</source>
            <translation>Freiwillig</translation>
        </message>
        <message>
            <source>Required for %1</source>
            <translation>Erforderlich: %1</translation>
        </message>
        <message>
            <source>Required for %1, for example %2</source>
            <translation>Nötig für %1, zum Beispiel %2</translation>
        </message>
    </context>
    <context>
        <name>ui::ViewsButton</name>
        <message>
            <source>Saved views</source>
            <translation>Gesicherte Ansichten</translation>
        </message>
        <message>
            <source>No saved views yet</source>
            <translation>Noch keine gesicherten Ansichten</translation>
        </message>
        <message>
            <source>Save this view…</source>
            <translation>Diese Ansicht sichern…</translation>
        </message>
        <message>
            <source>Remove view</source>
            <translation>Ansicht entfernen</translation>
        </message>
        <message>
            <source>Save this view</source>
            <translation>Diese Ansicht sichern</translation>
        </message>
        <message>
            <source>Filter, status, order and columns are kept under this name; the search text is not.</source>
            <translation>Filter, Status, Reihenfolge und Spalten werden unter diesem Namen behalten, der Suchtext nicht.</translation>
        </message>
        <message>
            <source>View “%1” saved</source>
            <translation>Ansicht „%1“ gesichert</translation>
        </message>
    </context>
    <context>
        <name>ui::WorkChips</name>
        <message>
            <source>Past due</source>
            <translation>Nicht mehr gültig</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Bald fällig</translation>
        </message>
        <message>
            <source>No contact</source>
            <translation>Kein Kontakt</translation>
        </message>
        <message>
            <source>Not stored</source>
            <translation>Nicht gespeichert</translation>
        </message>
        <message>
            <source>Verified here, and SailPoint does not show it</source>
            <translation>Hier verifiziert, und SailPoint zeigt es nicht</translation>
        </message>
    </context>
    <context>
        <name>ui::WorkList</name>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search the work list</source>
            <translation>Arbeitsliste durchsuchen</translation>
        </message>
        <message>
            <source>Work list</source>
            <translation>Arbeitsliste</translation>
        </message>
        <message>
            <source>Week of %1</source>
            <translation>Woche vom %1</translation>
        </message>
        <message>
            <source>The local copy cannot be read</source>
            <translation>Die lokale Kopie ist nicht lesbar</translation>
        </message>
        <message>
            <source>No one matches.</source>
            <translation>Niemand passt.</translation>
        </message>
        <message>
            <source>Nobody is in this list.</source>
            <translation>In dieser Liste steht niemand.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>Nobody knows when these people were verified. Repair in SailPoint first: set the date that idvVerifiedDate is to hold, then synchronise.</source>
            <translation>Niemand weiß, wann diese Personen geprüft wurden. Zuerst in SailPoint reparieren: das Datum für idvVerifiedDate setzen, dann synchronisieren.</translation>
        </message>
        <message>
            <source>Nobody is past due.</source>
            <translation>Niemand ist nicht mehr gültig geprüft.</translation>
        </message>
        <message>
            <source>%L1 past due · %L2 due soon</source>
            <translation>%L1 nicht mehr gültig · %L2 bald fällig</translation>
        </message>
        <message>
            <source>of the past due %L1 exempt, %L2 inactive</source>
            <translation>darunter %L1 ausgenommen, %L2 inaktiv</translation>
        </message>
        <message>
            <source>of them %L1 verified here, not stored</source>
            <translation>davon %L1 hier verifiziert, nicht gespeichert</translation>
        </message>
    </context>
    <context>
        <name>ui::WorkSelection</name>
        <message>
            <source>Select all</source>
            <translation>Alle auswählen</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <source>Start campaign…</source>
            <translation>Kampagne starten…</translation>
        </message>
        <message>
            <source>%L1 of %L2 selected</source>
            <translation>%L1 von %L2 ausgewählt</translation>
        </message>
        <message>
            <source>%L1 people</source>
            <translation>%L1 Personen</translation>
        </message>
    </context>
    <context>
        <name>ui::WorkSide</name>
        <message>
            <source>Falling due</source>
            <translation>Wird fällig</translation>
        </message>
        <message>
            <source>next 12 weeks</source>
            <translation>nächste 12 Wochen</translation>
        </message>
        <message>
            <source>Falling due, chart</source>
            <translation>Fällig werdend, Diagramm</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Edit the policy</source>
            <translation>Richtlinie bearbeiten</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Report for auditors</source>
            <translation>Bericht für die Revision</translation>
        </message>
        <message>
            <source>Coverage, who is past due, campaigns and proof that the log is unchanged.</source>
            <translation>Abdeckung, wer nicht mehr gültig geprüft ist, Kampagnen und der Nachweis, dass das Protokoll unverändert ist.</translation>
        </message>
        <message>
            <source>Create report…</source>
            <translation>Bericht erstellen…</translation>
        </message>
        <message>
            <source>high risk</source>
            <translation>hohes Risiko</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n Tag</numerusform>
                <numerusform>%n Tage</numerusform>
            </translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Warn %1 days before · grace %2 days</source>
            <translation>Warnung %1 Tage vorher · Nachfrist %2 Tage</translation>
        </message>
    </context>
    <context>
        <name>ui::WorkflowFileDialog</name>
        <message>
            <source>Save the start workflow</source>
            <translation>Start-Workflow speichern</translation>
        </message>
        <message>
            <source>Save the result workflow</source>
            <translation>Ergebnis-Workflow speichern</translation>
        </message>
        <message>
            <source>JSON to import in SailPoint&apos;s workflow builder, filled from this tenant&apos;s settings. Owner, client and secret are entered there.</source>
            <translation>JSON zum Importieren im Workflow-Editor von SailPoint, ausgefüllt aus den Einstellungen dieses Mandanten. Eigentümer, Client und Geheimnis werden dort eingetragen.</translation>
        </message>
    </context>
    <context>
        <name>ui::WorkflowTest</name>
        <message>
            <source>Input of the test run, JSON</source>
            <translation>Eingabe des Testlaufs, JSON</translation>
        </message>
        <message>
            <source>Test run…</source>
            <translation>Testlauf…</translation>
        </message>
        <message>
            <source>Test run</source>
            <translation>Testlauf</translation>
        </message>
        <message>
            <source>SailPoint tests a workflow only while it is switched off.</source>
            <translation>SailPoint testet einen Workflow nur, solange er ausgeschaltet ist.</translation>
        </message>
        <message>
            <source>Run “%1” now?</source>
            <translation>„%1“ jetzt ausführen?</translation>
        </message>
        <message>
            <source>A test runs for real: every step does what it does in earnest.</source>
            <translation>Ein Test läuft echt: Jeder Schritt tut, was er auch im Ernst tut.</translation>
        </message>
        <message>
            <source>Run it</source>
            <translation>Ausführen</translation>
        </message>
    </context>
    <context>
        <name>ui::WriteBackDialog</name>
        <message>
            <source>Workflow with an external trigger</source>
            <translation>Workflow mit externem Auslöser</translation>
        </message>
        <message>
            <source>Account on a flat-file source</source>
            <translation>Konto einer Flat-File-Quelle</translation>
        </message>
        <message>
            <source>PATCH of the identity, as in the provider&apos;s guide</source>
            <translation>PATCH der Identität, wie in der Anleitung des Anbieters</translation>
        </message>
        <message>
            <source>None: SailPoint or the provider writes</source>
            <translation>Keines: SailPoint oder der Anbieter schreibt</translation>
        </message>
        <message>
            <source>Write-back of %1</source>
            <translation>Rückschreiben von %1</translation>
        </message>
        <message>
            <source>Write-back</source>
            <translation>Rückschreiben</translation>
        </message>
        <message>
            <source>Flat-file source ID</source>
            <translation>ID der Flat-File-Quelle</translation>
        </message>
        <message>
            <source>Workflow ID</source>
            <translation>Workflow-ID</translation>
        </message>
        <message>
            <source>Ask in the session window before each write</source>
            <translation>Vor jedem Schreiben im Sitzungsfenster fragen</translation>
        </message>
        <message>
            <source>A failed verification also sets idvVerified to false</source>
            <translation>Eine fehlgeschlagene Prüfung setzt idvVerified auf false</translation>
        </message>
        <message>
            <source>A start also writes idvStatus = PENDING</source>
            <translation>Der Beginn schreibt auch idvStatus = PENDING</translation>
        </message>
        <message>
            <source>Replace the person&apos;s record (SCIM)</source>
            <translation>Den Datensatz der Person ersetzen (SCIM)</translation>
        </message>
        <message>
            <source>Start a workflow</source>
            <translation>Einen Workflow starten</translation>
        </message>
        <message>
            <source>Workflow name</source>
            <translation>Name des Workflows</translation>
        </message>
    </context>
    <context>
        <name>ui::ZoneBox</name>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
    </context>
    <context>
        <name>TenantEdit</name>
        <message>
            <source>Another proxy gets no stored sign-in: enter its user and password.</source>
            <translation>Ein anderer Proxy bekommt keine gespeicherte Anmeldung: Geben Sie Benutzer und Kennwort ein.</translation>
        </message>
        <message>
            <source>What is read or written gets another meaning: say why, in 3 to 500 characters.</source>
            <translation>Was gelesen oder geschrieben wird, bekommt eine andere Bedeutung: Sagen Sie in 3 bis 500 Zeichen, warum.</translation>
        </message>
        <message>
            <source>Nothing differs from what is stored.</source>
            <translation>Nichts weicht vom Gespeicherten ab.</translation>
        </message>
        <message>
            <source>The other product is another tenant: add it beside this one.</source>
            <translation>Das andere Produkt ist ein anderer Mandant: Bitte neben diesem anlegen.</translation>
        </message>
        <message>
            <source>Another address or client gets no stored secret: enter it again.</source>
            <translation>Eine andere Adresse oder ein anderer Client erhält kein gespeichertes Geheimnis: Bitte erneut eingeben.</translation>
        </message>
        <message>
            <source>Another provider gets no stored key: enter it again.</source>
            <translation>Ein anderer Anbieter erhält keinen gespeicherten Schlüssel: Bitte erneut eingeben.</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>Which organisation this tenant is was not noted yet: test its connection as it is, then change its address or client. What cannot be tested any more is added as another tenant.</source>
            <translation>Welche Organisation dieser Mandant ist, wurde noch nicht vermerkt: Bitte die Verbindung testen, wie sie ist, und dann Adresse oder Client ändern. Was sich nicht mehr testen lässt, wird als anderer Mandant angelegt.</translation>
        </message>
        <message>
            <source>The organisation there is “%1”, and here “%2”: that is another tenant, whose history is not this one's. Add it beside this one.</source>
            <translation>Die Organisation ist dort „%1“ und hier „%2“: Das ist ein anderer Mandant, dessen Verlauf nicht dieser ist. Bitte neben diesem anlegen.</translation>
        </message>
    </context>
    <context>
        <name>ui::TenantEditDialog</name>
        <message>
            <source>Edit %1</source>
            <translation>%1 bearbeiten</translation>
        </message>
        <message>
            <source>Attributes and write-back</source>
            <translation>Attribute und Rückschreiben</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>Was abweicht</translation>
        </message>
        <message>
            <source>Nothing differs from what is stored.</source>
            <translation>Nichts weicht vom Gespeicherten ab.</translation>
        </message>
        <message>
            <source>Why is what is read or written changed?</source>
            <translation>Warum ändert sich, was gelesen oder geschrieben wird?</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Recorded in the audit log</source>
            <translation>Steht im Prüfprotokoll</translation>
        </message>
        <message>
            <source>Tried before it is saved. The local copy and the history stay.</source>
            <translation>Wird vor dem Speichern ausprobiert. Lokale Kopie und Verlauf bleiben.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Test and save</source>
            <translation>Testen und speichern</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>Wird getestet …</translation>
        </message>
        <message>
            <source>As it stands here, the connection does not work</source>
            <translation>So wie es hier steht, funktioniert die Verbindung nicht</translation>
        </message>
        <message>
            <source>Nothing was changed. See the lines of the test.</source>
            <translation>Nichts wurde geändert. Siehe die Zeilen des Tests.</translation>
        </message>
    </context>
    <context>
        <name>ui::WizardStep</name>
        <message>
            <source>Empty: the stored one stays</source>
            <translation>Leer: Das gespeicherte bleibt</translation>
        </message>
    </context>
    <context>
        <name>Connection</name>
        <message>
            <source>%1&apos;s address leads to another page of its server</source>
            <translation>Die Adresse von %1 führt zu einer anderen Seite ihres Servers</translation>
        </message>
        <message>
            <source>It sends to %1, often a page where people sign in. The console follows no redirection with a secret in hand. Enter the address of the API itself.</source>
            <translation>Sie leitet weiter nach %1, oft eine Seite, auf der sich Personen anmelden. Die Konsole folgt mit einem Geheimnis in der Hand keiner Weiterleitung. Geben Sie die Adresse der API selbst ein.</translation>
        </message>
        <message>
            <source>%1&apos;s answer cannot be unpacked</source>
            <translation>Die Antwort von %1 lässt sich nicht entpacken</translation>
        </message>
        <message>
            <source>It is compressed as “%1”; the console asks for gzip or deflate. A proxy on the way may have done it: name another one, or none (Settings, Tenants, Edit; idvctl: --proxy).</source>
            <translation>Sie ist als „%1“ komprimiert; die Konsole bittet um gzip oder deflate. Vielleicht war es ein Proxy unterwegs: Nennen Sie einen anderen oder keinen (Einstellungen, Mandanten, Bearbeiten; idvctl: --proxy).</translation>
        </message>
        <message>
            <source>Check the address; a sign-in page, a proxy or a firewall may answer in the API's place.</source>
            <translation>Bitte die Adresse prüfen; eine Anmeldeseite, ein Proxy oder eine Firewall kann an Stelle der API antworten.</translation>
        </message>
        <message>
            <source>The certificate at %1's address is another host's</source>
            <translation>Das Zertifikat unter der Adresse von %1 gehört einem anderen Host</translation>
        </message>
        <message>
            <source>It is for: %1. Check the address; a proxy or somebody else may answer in its place. Do not continue before someone has looked at it.</source>
            <translation>Es gilt für: %1. Bitte die Adresse prüfen; ein Proxy oder jemand anderes kann an ihrer Stelle antworten. Nicht fortfahren, bevor es jemand angesehen hat.</translation>
        </message>
        <message>
            <source>Nobody that this computer trusts issued %1's certificate</source>
            <translation>Das Zertifikat von %1 hat niemand ausgestellt, dem dieser Computer vertraut</translation>
        </message>
        <message>
            <source>Issuer: %1. If that is your company's own authority, give its PEM file as the tenant's CA file (Settings, Tenants, Edit; idvctl: --ca FILE). Otherwise do not continue before someone has looked at it.</source>
            <translation>Aussteller: %1. Ist das die Zertifizierungsstelle Ihres Unternehmens, deren PEM-Datei als CA-Datei des Mandanten angeben (Einstellungen, Mandanten, Bearbeiten; idvctl: --ca DATEI). Sonst nicht fortfahren, bevor es jemand angesehen hat.</translation>
        </message>
        <message>
            <source>%1's certificate has expired</source>
            <translation>Das Zertifikat von %1 ist abgelaufen</translation>
        </message>
        <message>
            <source>It ended %1. Look at this computer's clock; if that is right, whoever runs the server has to renew it.</source>
            <translation>Es endete %1. Bitte die Uhr dieses Computers prüfen; geht sie richtig, muss der Betreiber des Servers es erneuern.</translation>
        </message>
        <message>
            <source>%1's certificate is not valid yet</source>
            <translation>Das Zertifikat von %1 gilt noch nicht</translation>
        </message>
        <message>
            <source>It begins %1. This computer's clock is probably wrong: synchronise it.</source>
            <translation>Es beginnt %1. Die Uhr dieses Computers geht vermutlich falsch: Bitte synchronisieren.</translation>
        </message>
        <message>
            <source>The proxy cannot be reached</source>
            <translation>Der Proxy ist nicht erreichbar</translation>
        </message>
        <message>
            <source>Check the tenant's proxy (Settings, Tenants, Edit; idvctl: --proxy http://host:port, or none).</source>
            <translation>Bitte den Proxy des Mandanten prüfen (Einstellungen, Mandanten, Bearbeiten; idvctl: --proxy http://host:port oder none).</translation>
        </message>
        <message>
            <source>The proxy asks for a sign-in</source>
            <translation>Der Proxy verlangt eine Anmeldung</translation>
        </message>
        <message>
            <source>The console signs in by Basic or Digest, with the user and the password of the tenant&apos;s proxy (Settings, Tenants, Edit; idvctl: --proxy-sign-in). Where it asks for NTLM, name another one or none, or have your network let this computer through.</source>
            <translation>Die Konsole meldet sich mit Basic oder Digest an, mit Benutzer und Kennwort des Proxys dieses Mandanten (Einstellungen, Mandanten, Bearbeiten; idvctl: --proxy-sign-in). Verlangt er NTLM, nennen Sie einen anderen oder keinen, oder lassen Sie diesen Computer von Ihrem Netz durch.</translation>
        </message>
        <message>
            <source>%1's host name is not known</source>
            <translation>Der Hostname von %1 ist nicht bekannt</translation>
        </message>
        <message>
            <source>Check the address for a slip, and this computer's network. You can keep reading the local copy.</source>
            <translation>Bitte die Adresse auf Tippfehler und das Netz dieses Computers prüfen. Die lokale Kopie bleibt lesbar.</translation>
        </message>
        <message>
            <source>%1's host refuses the connection</source>
            <translation>Der Host von %1 weist die Verbindung ab</translation>
        </message>
        <message>
            <source>Nothing answers at that port: check the address and its port, and whether a firewall stands between. You can keep reading the local copy.</source>
            <translation>An diesem Port antwortet nichts: Bitte Adresse und Port prüfen, und ob eine Firewall dazwischensteht. Die lokale Kopie bleibt lesbar.</translation>
        </message>
        <message>
            <source>%1's port speaks http, not https</source>
            <translation>Der Port von %1 spricht http, nicht https</translation>
        </message>
        <message>
            <source>Check the port of the address. For a simulator on this computer the address begins with http://.</source>
            <translation>Bitte den Port der Adresse prüfen. Für einen Simulator auf diesem Computer beginnt die Adresse mit http://.</translation>
        </message>
        <message>
            <source>%1's address leads elsewhere</source>
            <translation>Die Adresse von %1 führt woandershin</translation>
        </message>
        <message>
            <source>It sends to %1, and the console follows no redirection with a secret in hand. Enter the address of the API itself.</source>
            <translation>Sie verweist auf %1, und die Konsole folgt mit einem Geheimnis in der Hand keiner Weiterleitung. Bitte die Adresse der API selbst eintragen.</translation>
        </message>
        <message>
            <source>%1's address answers with a web page</source>
            <translation>Unter der Adresse von %1 antwortet eine Webseite</translation>
        </message>
        <message>
            <source>The page is titled “%1”. Check the address; a sign-in page, a proxy or a firewall may answer in the API's place.</source>
            <translation>Die Seite hat den Titel „%1“. Bitte die Adresse prüfen; eine Anmeldeseite, ein Proxy oder eine Firewall kann an Stelle der API antworten.</translation>
        </message>
    </context>
    <context>
        <name>CaFile</name>
        <message>
            <source>The certificate file &quot;%1&quot; is empty.</source>
            <translation>Die Zertifikatsdatei „%1“ ist leer.</translation>
        </message>
        <message>
            <source>The certificate file &quot;%1&quot; is a PKCS#7 bundle. Make a PEM file of it: openssl pkcs7 -print_certs -in FILE -out ca.pem</source>
            <translation>Die Zertifikatsdatei „%1“ ist ein PKCS#7-Bündel. Eine PEM-Datei daraus machen: openssl pkcs7 -print_certs -in DATEI -out ca.pem</translation>
        </message>
        <message>
            <source>&quot;%1&quot; holds a private key and no certificate. A CA file holds the authority's certificate only.</source>
            <translation>„%1“ enthält einen privaten Schlüssel und kein Zertifikat. Eine CA-Datei enthält nur das Zertifikat der Zertifizierungsstelle.</translation>
        </message>
        <message>
            <source>The certificate file &quot;%1&quot; is a PKCS#7 bundle. Make a PEM file of it: openssl pkcs7 -inform der -print_certs -in FILE -out ca.pem</source>
            <translation>Die Zertifikatsdatei „%1“ ist ein PKCS#7-Bündel. Eine PEM-Datei daraus machen: openssl pkcs7 -inform der -print_certs -in DATEI -out ca.pem</translation>
        </message>
        <message>
            <source>The certificate file &quot;%1&quot; is in DER form. Make a PEM file of it: openssl x509 -inform der -in FILE -out ca.pem</source>
            <translation>Die Zertifikatsdatei „%1“ liegt in DER-Form vor. Eine PEM-Datei daraus machen: openssl x509 -inform der -in DATEI -out ca.pem</translation>
        </message>
        <message>
            <source>The certificate file &quot;%1&quot; holds no PEM certificate.</source>
            <translation>Die Zertifikatsdatei „%1“ enthält kein PEM-Zertifikat.</translation>
        </message>
    </context>
    <context>
        <name>ProfileText</name>
        <message numerus="yes">
            <source>%Ln identities</source>
            <translation>
                <numerusform>%Ln Identität</numerusform>
                <numerusform>%Ln Identitäten</numerusform>
            </translation>
        </message>
        <message>
            <source>number of identities not known</source>
            <translation>Zahl der Identitäten nicht bekannt</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
    </context>
    <context>
        <name>TenantMember</name>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(leer)</translation>
        </message>
        <message>
            <source>Sign-in to the proxy</source>
            <translation>Anmeldung beim Proxy</translation>
        </message>
        <message>
            <source>API paths in use</source>
            <translation>API-Pfade in Gebrauch</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Umgebung</translation>
        </message>
        <message>
            <source>Tunnel</source>
            <translation>Tunnel</translation>
        </message>
        <message>
            <source>Tenant address</source>
            <translation>Adresse des Mandanten</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>API paths</source>
            <translation>API-Pfade</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>CA file</source>
            <translation>CA-Datei</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>1Kosmos address</source>
            <translation>Adresse von 1Kosmos</translation>
        </message>
        <message>
            <source>Community ID</source>
            <translation>Community-ID</translation>
        </message>
        <message>
            <source>Callback address</source>
            <translation>Callback-Adresse</translation>
        </message>
        <message>
            <source>Write-back</source>
            <translation>Rückschreiben</translation>
        </message>
        <message>
            <source>Flat-file source ID</source>
            <translation>ID der Flat-File-Quelle</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
        <message>
            <source>Provider profile</source>
            <translation>Anbieterprofil</translation>
        </message>
        <message>
            <source>Session path</source>
            <translation>Pfad der Sitzung</translation>
        </message>
        <message>
            <source>Status path</source>
            <translation>Pfad des Status</translation>
        </message>
        <message>
            <source>DVC ID</source>
            <translation>DVC-ID</translation>
        </message>
        <message>
            <source>Attribute of %1</source>
            <translation>Attribut von %1</translation>
        </message>
    </context>
    <context>
        <name>ui::ListStates</name>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
    </context>
    <context>
        <name>ResultMapping</name>
        <message>
            <source>“%1” is a level already; it is not made a higher one.</source>
            <translation>„%1“ ist schon eine Stufe und wird keine höhere.</translation>
        </message>
        <message>
            <source>“%1” is a document already; it is not made another one.</source>
            <translation>„%1“ ist schon ein Dokument und wird kein anderes.</translation>
        </message>
        <message>
            <source>A status word is WORD=meaning. The meanings: in-progress, passed, failed, declined, abandoned, expired, cancelled.</source>
            <translation>Ein Statuswort ist WORT=Bedeutung. Die Bedeutungen: in-progress, passed, failed, declined, abandoned, expired, cancelled.</translation>
        </message>
        <message>
            <source>A level word is WORD=level. The levels: 1, 2, 3.</source>
            <translation>Ein Wort für die Stufe ist WORT=Stufe. Die Stufen: 1, 2, 3.</translation>
        </message>
        <message>
            <source>A document word is WORD=document. The documents: passport, drivers_license, national_id.</source>
            <translation>Ein Wort für ein Dokument ist WORT=Dokument. Die Dokumente: passport, drivers_license, national_id.</translation>
        </message>
        <message>
            <source>A place is FIELD=POINTER, for example status=/data/status. The fields: session, status, level, name, document, completed-at, failure-reason, user.</source>
            <translation>Eine Stelle ist FELD=ZEIGER, zum Beispiel status=/data/status. Die Felder: session, status, level, name, document, completed-at, failure-reason, user.</translation>
        </message>
        <message>
            <source>Places in a message are JSON pointers, at most six a field, for example /data/status.</source>
            <translation>Stellen in einer Nachricht sind JSON-Zeiger, höchstens sechs für ein Feld, zum Beispiel /data/status.</translation>
        </message>
        <message>
            <source>At most 64 words, each of at most 64 characters.</source>
            <translation>Höchstens 64 Wörter, jedes mit höchstens 64 Zeichen.</translation>
        </message>
        <message>
            <source>“%1” is no pass in the contract; it is not made one.</source>
            <translation>„%1“ ist im Vertrag kein Bestehen und wird auch hier keines.</translation>
        </message>
    </context>
    <context>
        <name>ResultSample</name>
        <message>
            <source>A message has at most 1 MiB. Nothing was read.</source>
            <translation>Eine Nachricht hat höchstens 1 MiB. Es wurde nichts gelesen.</translation>
        </message>
        <message>
            <source>no name: a pass would be held</source>
            <translation>kein Name: Ein Bestehen würde angehalten</translation>
        </message>
        <message>
            <source>not named: whose result it is would not be compared</source>
            <translation>nicht genannt: Wessen Ergebnis es ist, würde nicht verglichen</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>bestanden</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>nicht bestanden</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <source>abandoned</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>abgelaufen</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>zurückgezogen</translation>
        </message>
        <message>
            <source>no word that is known: nothing would be decided</source>
            <translation>kein bekanntes Wort: Es würde nichts entschieden</translation>
        </message>
        <message>
            <source>no document that is known: a pass would be held</source>
            <translation>kein bekanntes Dokument: Ein Bestehen würde angehalten</translation>
        </message>
        <message>
            <source>no time that can be read: a pass would be held</source>
            <translation>keine lesbare Zeit: Ein Bestehen würde angehalten</translation>
        </message>
        <message>
            <source>no level: a pass would be held</source>
            <translation>keine Stufe: Ein Bestehen würde angehalten</translation>
        </message>
        <message>
            <source>compared, never kept</source>
            <translation>wird verglichen, nie behalten</translation>
        </message>
    </context>
    <context>
        <name>ui::ResultMappingDialog</name>
        <message>
            <source>Saved with it: %1</source>
            <translation>Wird mit gespeichert: %1</translation>
        </message>
        <message>
            <source>the invitation link at %1</source>
            <translation>der Einladungslink unter %1</translation>
        </message>
        <message>
            <source>the session’s ID at %1</source>
            <translation>die ID der Sitzung unter %1</translation>
        </message>
        <message>
            <source>Results of %1</source>
            <translation>Ergebnisse von %1</translation>
        </message>
        <message>
            <source>Where the provider’s messages hold a result, and what its words mean. Places are JSON pointers such as /data/status; several, with commas between them, are tried in this order.</source>
            <translation>Wo in den Nachrichten des Anbieters ein Ergebnis steht und was seine Wörter bedeuten. Stellen sind JSON-Zeiger wie /data/status; mehrere, durch Kommas getrennt, werden in dieser Reihenfolge versucht.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Recorded in the audit log</source>
            <translation>Wird im Audit-Log festgehalten</translation>
        </message>
        <message>
            <source>Fill the places:</source>
            <translation>Stellen füllen:</translation>
        </message>
        <message>
            <source>The guide’s contract</source>
            <translation>Vertrag des Leitfadens</translation>
        </message>
        <message>
            <source>All under /data</source>
            <translation>Alles unter /data</translation>
        </message>
        <message>
            <source>All under /result</source>
            <translation>Alles unter /result</translation>
        </message>
    </context>
    <context>
        <name>ui::ResultMappingForm</name>
        <message>
            <source>Session ID</source>
            <translation>Sitzungs-ID</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Assurance level</source>
            <translation>Sicherheitsstufe</translation>
        </message>
        <message>
            <source>Verified name</source>
            <translation>Geprüfter Name</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Completed at</source>
            <translation>Abgeschlossen am</translation>
        </message>
        <message>
            <source>Failure reason</source>
            <translation>Grund des Scheiterns</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>In an answer</source>
            <translation>In einer Antwort</translation>
        </message>
        <message>
            <source>In a callback</source>
            <translation>In einem Callback</translation>
        </message>
        <message>
            <source>%1, in an answer</source>
            <translation>%1, in einer Antwort</translation>
        </message>
        <message>
            <source>%1, in a callback</source>
            <translation>%1, in einem Callback</translation>
        </message>
        <message>
            <source>as in an answer</source>
            <translation>wie in einer Antwort</translation>
        </message>
        <message>
            <source>Words for the status</source>
            <translation>Wörter für den Status</translation>
        </message>
        <message>
            <source>APPROVED = passed</source>
            <translation>APPROVED = passed</translation>
        </message>
        <message>
            <source>Words for the level</source>
            <translation>Wörter für die Stufe</translation>
        </message>
        <message>
            <source>High = 2</source>
            <translation>High = 2</translation>
        </message>
        <message>
            <source>Words for documents</source>
            <translation>Wörter für Dokumente</translation>
        </message>
        <message>
            <source>Driver License = drivers_license</source>
            <translation>Driver License = drivers_license</translation>
        </message>
        <message>
            <source>DocuVerify’s answers have one form; only words can differ.</source>
            <translation>Antworten von DocuVerify haben nur eine Form; nur Wörter können anders sein.</translation>
        </message>
    </context>
    <context>
        <name>ui::ResultSampleBox</name>
        <message>
            <source>An answer</source>
            <translation>Eine Antwort</translation>
        </message>
        <message>
            <source>A callback</source>
            <translation>Ein Callback</translation>
        </message>
        <message>
            <source>What the sample is</source>
            <translation>Was das Beispiel ist</translation>
        </message>
        <message>
            <source>Sample of a message</source>
            <translation>Beispiel einer Nachricht</translation>
        </message>
        <message>
            <source>Paste a message of the provider (JSON). It is kept nowhere.</source>
            <translation>Fügen Sie eine Nachricht des Anbieters ein (JSON). Sie wird nirgends behalten.</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Found as</source>
            <translation>Gefunden als</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>Was dort steht</translation>
        </message>
        <message>
            <source>Taken for</source>
            <translation>Gilt als</translation>
        </message>
        <message>
            <source>What would be read</source>
            <translation>Was gelesen würde</translation>
        </message>
        <message>
            <source>Paste a message to see what would be read of it.</source>
            <translation>Fügen Sie eine Nachricht ein, um zu sehen, was davon gelesen würde.</translation>
        </message>
        <message>
            <source>It would be refused: %1</source>
            <translation>Sie würde abgelehnt: %1</translation>
        </message>
        <message>
            <source>It would be read. Whether it verifies a person depends on the session as well.</source>
            <translation>Sie würde gelesen. Ob sie jemanden verifiziert, hängt auch von der Sitzung ab.</translation>
        </message>
        <message>
            <source>Its status is no word that is known: the session would stay as it is.</source>
            <translation>Ihr Status ist kein bekanntes Wort: Die Sitzung bliebe, wie sie ist.</translation>
        </message>
    </context>
    <context>
        <name>ui::SignatureFields</name>
        <message>
            <source>Form of the signature</source>
            <translation>Form der Signatur</translation>
        </message>
        <message>
            <source>Standard Webhooks</source>
            <translation>Standard Webhooks</translation>
        </message>
        <message>
            <source>As GitHub’s</source>
            <translation>Wie bei GitHub</translation>
        </message>
        <message>
            <source>Time stamp and signature in one header</source>
            <translation>Zeitstempel und Signatur in einer Kopfzeile</translation>
        </message>
        <message>
            <source>Body only</source>
            <translation>Nur der Inhalt</translation>
        </message>
        <message>
            <source>The sender’s own</source>
            <translation>Eine eigene des Absenders</translation>
        </message>
        <message>
            <source>Signatures in the header</source>
            <translation>Signaturen in der Kopfzeile</translation>
        </message>
        <message>
            <source>One, perhaps with something before it</source>
            <translation>Eine, vielleicht mit etwas davor</translation>
        </message>
        <message>
            <source>t=…,v1=… with its time stamp</source>
            <translation>t=…,v1=… mit Zeitstempel</translation>
        </message>
        <message>
            <source>v1,… with blanks between several</source>
            <translation>v1,… mit Leerzeichen zwischen mehreren</translation>
        </message>
        <message>
            <source>Header of the signature</source>
            <translation>Kopfzeile der Signatur</translation>
        </message>
        <message>
            <source>Header of the time stamp</source>
            <translation>Kopfzeile des Zeitstempels</translation>
        </message>
        <message>
            <source>Empty: none is signed</source>
            <translation>Leer: keiner wird unterschrieben</translation>
        </message>
        <message>
            <source>Header of the message ID</source>
            <translation>Kopfzeile der Nachrichten-ID</translation>
        </message>
        <message>
            <source>Before the signature</source>
            <translation>Vor der Signatur</translation>
        </message>
        <message>
            <source>sha256=</source>
            <translation>sha256=</translation>
        </message>
        <message>
            <source>Written in</source>
            <translation>Geschrieben in</translation>
        </message>
        <message>
            <source>Hexadecimal digits</source>
            <translation>Hexadezimalziffern</translation>
        </message>
        <message>
            <source>What is signed</source>
            <translation>Was unterschrieben wird</translation>
        </message>
        <message>
            <source>{ts}.{body}</source>
            <translation>{ts}.{body}</translation>
        </message>
    </context>
    <context>
        <name>WorkflowFile</name>
        <message>
            <source>These workflows are Identity Security Cloud&apos;s; IdentityIQ has its own.</source>
            <translation>Diese Workflows gehören zu Identity Security Cloud; IdentityIQ hat eigene.</translation>
        </message>
        <message>
            <source>This provider’s messages have a form of their own, which steps of a workflow cannot read. Let this console take the callbacks and write the results.</source>
            <translation>Die Nachrichten dieses Anbieters haben eine eigene Form, die Schritte eines Workflows nicht lesen können. Lassen Sie diese Konsole die Callbacks annehmen und die Ergebnisse schreiben.</translation>
        </message>
        <message>
            <source>A result finds its person by e-mail, and SailPoint looks that up in “email” only: here another attribute is mapped to it.</source>
            <translation>Ein Ergebnis findet seine Person über die E-Mail, und SailPoint sucht danach nur in „email“: Hier ist ihr ein anderes Attribut zugeordnet.</translation>
        </message>
        <message>
            <source>The workflow writes to an account of the source of results: enter the ID of that source first, with Write-back… or idvctl tenant set NAME --idv-source ID.</source>
            <translation>Der Workflow schreibt in ein Konto der Ergebnisquelle: Tragen Sie zuerst deren ID ein, mit „Zurückschreiben…“ oder idvctl tenant set NAME --idv-source ID.</translation>
        </message>
        <message>
            <source>The provider has to be told where its result goes: enter the callback address first, with Edit… or idvctl tenant set NAME --callback-base-url URL.</source>
            <translation>Dem Anbieter muss gesagt werden, wohin sein Ergebnis geht: Tragen Sie zuerst die Callback-Adresse ein, mit „Bearbeiten…“ oder idvctl tenant set NAME --callback-base-url URL.</translation>
        </message>
        <message>
            <source>A failed verification is handed to people: say to which e-mail address.</source>
            <translation>Eine fehlgeschlagene Prüfung geht an Menschen: Sagen Sie, an welche E-Mail-Adresse.</translation>
        </message>
    </context>
    <context>
        <name>ApiComparison</name>
        <message>
            <source>This is no description of an API (OpenAPI 3, JSON).</source>
            <translation>Das ist keine Beschreibung einer API (OpenAPI 3, JSON).</translation>
        </message>
    </context>
    <context>
        <name>PlaceQuestion</name>
        <message>
            <source>This address is on this computer</source>
            <translation>Diese Adresse liegt auf diesem Computer</translation>
        </message>
        <message>
            <source>Is it a simulator, or a tunnel to the real tenant?</source>
            <translation>Ist es ein Simulator oder ein Tunnel zum echten Mandanten?</translation>
        </message>
        <message>
            <source>A simulator&apos;s people are invented, and its requests are recorded as they are.</source>
            <translation>Die Personen eines Simulators sind erfunden, und seine Anfragen werden aufgezeichnet, wie sie sind.</translation>
        </message>
        <message>
            <source>A simulator</source>
            <translation>Ein Simulator</translation>
        </message>
        <message>
            <source>A tunnel</source>
            <translation>Ein Tunnel</translation>
        </message>
    </context>
    <context>
        <name>AccessToken</name>
        <message>
            <source>The new token&apos;s secret cannot be read back from the keychain: the old token stays.</source>
            <translation>Das Geheimnis des neuen Tokens lässt sich nicht aus dem Schlüsselbund zurücklesen: Das alte Token bleibt.</translation>
        </message>
        <message>
            <source>This tenant&apos;s client or address was changed meanwhile. Nothing was done. Look at it again.</source>
            <translation>Client oder Adresse dieses Mandanten wurden inzwischen geändert. Es wurde nichts getan. Sehen Sie ihn sich noch einmal an.</translation>
        </message>
        <message>
            <source>Who signs in has ten tokens already, and SailPoint allows no more: delete one of them there first.</source>
            <translation>Wer sich anmeldet, hat schon zehn Token, und mehr erlaubt SailPoint nicht: Löschen Sie dort zuerst eines.</translation>
        </message>
        <message>
            <source>SailPoint does not say what this token may do, so no other can be made like it. Make one in SailPoint and enter it (Settings, Tenants, Edit; idvctl tenant set --client-id).</source>
            <translation>SailPoint sagt nicht, was dieses Token darf, also lässt sich kein gleiches anlegen. Legen Sie eines in SailPoint an und geben Sie es ein (Einstellungen, Mandanten, Bearbeiten; idvctl tenant set --client-id).</translation>
        </message>
        <message>
            <source>SailPoint manages this token for a workflow of its own: it is not replaced here.</source>
            <translation>SailPoint verwaltet dieses Token für einen eigenen Workflow: Es wird hier nicht ersetzt.</translation>
        </message>
        <message>
            <source>This tenant&apos;s client is no personal access token of who signs in with it: nothing here can replace it. Make another client in SailPoint and enter it (Settings, Tenants, Edit; idvctl tenant set --client-id).</source>
            <translation>Der Client dieses Mandanten ist kein persönliches Zugriffstoken dessen, der sich damit anmeldet: Hier kann ihn nichts ersetzen. Legen Sie in SailPoint einen anderen Client an und geben Sie ihn ein (Einstellungen, Mandanten, Bearbeiten; idvctl tenant set --client-id).</translation>
        </message>
        <message numerus="yes">
            <source>expires in %n day(s), on %1</source>
            <translation>
                <numerusform>läuft in %n Tag ab, am %1</numerusform>
                <numerusform>läuft in %n Tagen ab, am %1</numerusform>
            </translation>
        </message>
        <message>
            <source>expires within a day, on %1</source>
            <translation>läuft binnen eines Tages ab, am %1</translation>
        </message>
        <message>
            <source>expired on %1</source>
            <translation>abgelaufen am %1</translation>
        </message>
        <message>
            <source>SailPoint does not say when it expires</source>
            <translation>SailPoint sagt nicht, wann es abläuft</translation>
        </message>
        <message>
            <source>never expires</source>
            <translation>läuft nie ab</translation>
        </message>
        <message>
            <source>no personal access token of who signs in with it</source>
            <translation>kein persönliches Zugriffstoken dessen, der sich damit anmeldet</translation>
        </message>
        <message>
            <source>not read yet</source>
            <translation>noch nicht gelesen</translation>
        </message>
        <message>
            <source>The new token does not work as the old one does: see the lines of the test. It was not taken, and nothing was changed.</source>
            <translation>Das neue Token leistet nicht, was das alte leistet: siehe die Zeilen der Prüfung. Es wurde nicht übernommen und nichts geändert.</translation>
        </message>
        <message>
            <source>SailPoint made the new token for somebody else than the old one&apos;s owner. It is not used.</source>
            <translation>SailPoint hat das neue Token für jemand anderen angelegt als den Besitzer des alten. Es wird nicht verwendet.</translation>
        </message>
        <message>
            <source>What an earlier rotation left cannot be read: look through the personal access tokens in SailPoint.</source>
            <translation>Was ein früherer Austausch hinterließ, ist nicht lesbar: Sehen Sie in SailPoint die persönlichen Zugriffstoken durch.</translation>
        </message>
        <message>
            <source>Another window or idvctl is replacing this token just now. Look again in a few minutes.</source>
            <translation>Ein anderes Fenster oder idvctl ersetzt dieses Token gerade. Sehen Sie in ein paar Minuten wieder nach.</translation>
        </message>
        <message>
            <source>A token lives 1 to %1 days.</source>
            <translation>Ein Token gilt 1 bis %1 Tage.</translation>
        </message>
    </context>
    <context>
        <name>ui::AccessTokenDialog</name>
        <message>
            <source>“Make a new one” deletes it first; no other is made then.</source>
            <translation>„Neues anlegen“ löscht es zuerst; ein weiteres wird dann nicht angelegt.</translation>
        </message>
        <message>
            <source>Replaced, and the old token is still there</source>
            <translation>Ersetzt, und das alte Token gibt es noch</translation>
        </message>
        <message>
            <source>An earlier replacement is ended; no new token was made</source>
            <translation>Ein früherer Austausch ist beendet; ein neues Token wurde nicht angelegt</translation>
        </message>
        <message>
            <source>Access token of %1 replaced: %2</source>
            <translation>Zugriffstoken von %1 ersetzt: %2</translation>
        </message>
        <message>
            <source>This client is no personal access token of who signs in with it.</source>
            <translation>Dieser Client ist kein persönliches Zugriffstoken dessen, der sich damit anmeldet.</translation>
        </message>
        <message>
            <source>Making a new one…</source>
            <translation>Ein neues wird angelegt…</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Zugriffstoken</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>Client-ID</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>Make a new one</source>
            <translation>Neues anlegen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Erneut lesen</translation>
        </message>
        <message>
            <source>Keep the old one: something else signs in with it, too</source>
            <translation>Das alte behalten: Auch etwas anderes meldet sich damit an</translation>
        </message>
        <message>
            <source>Recorded in the audit log</source>
            <translation>Steht im Prüfprotokoll</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>As long as this one, at most %1 days</source>
            <translation>So lange wie dieses, höchstens %1 Tage</translation>
        </message>
        <message>
            <source> days</source>
            <translation> Tage</translation>
        </message>
        <message>
            <source>The new one lives</source>
            <translation>Das neue gilt</translation>
        </message>
        <message>
            <source>A personal access token of SailPoint ends by itself. The new one gets the same rights, is tried, and takes the old one’s place; the old one is deleted.</source>
            <translation>Ein persönliches Zugriffstoken von SailPoint endet von selbst. Das neue bekommt dieselben Rechte, wird geprüft und tritt an die Stelle des alten; das alte wird gelöscht.</translation>
        </message>
        <message>
            <source>Access token of %1</source>
            <translation>Zugriffstoken von %1</translation>
        </message>
    </context>
    <context>
        <name>ui::HealthRows</name>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>fine</source>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>look at it</source>
            <translation>ansehen</translation>
        </message>
        <message>
            <source>not working</source>
            <translation>gestört</translation>
        </message>
    </context>
    <context>
        <name>Rehearsal</name>
        <message>
            <source>SailPoint shows the result, but not all of it</source>
            <translation>SailPoint zeigt das Ergebnis, aber nicht ganz</translation>
        </message>
        <message>
            <source>Map these attributes in the identity profile of the test person, and refresh it.</source>
            <translation>Ordnen Sie diese Attribute im Identitätsprofil der Testperson zu und aktualisieren Sie es.</translation>
        </message>
        <message>
            <source>SailPoint shows the result, every attribute</source>
            <translation>SailPoint zeigt das Ergebnis, jedes Attribut</translation>
        </message>
        <message>
            <source>It counts with a signature and with the one-time value of the address that the provider was given (behind the question mark); without them it only brings a status query forward.</source>
            <translation>Er zählt mit einer Signatur und mit dem Einmalwert der Adresse, die der Anbieter bekommen hat (hinter dem Fragezeichen); ohne sie zieht er nur eine Statusabfrage vor.</translation>
        </message>
        <message>
            <source>The callback came and decides nothing</source>
            <translation>Der Callback kam und entscheidet nichts</translation>
        </message>
        <message>
            <source>The callback counts</source>
            <translation>Der Callback zählt</translation>
        </message>
        <message>
            <source>No answer to a status query about the end was read</source>
            <translation>Es wurde keine Antwort auf eine Statusabfrage zum Ende gelesen</translation>
        </message>
        <message>
            <source>a write-back that has begun goes on by itself</source>
            <translation>ein begonnenes Zurückschreiben läuft von selbst weiter</translation>
        </message>
        <message>
            <source>The session in Sessions says why.</source>
            <translation>Warum, sagt die Sitzung unter Sitzungen.</translation>
        </message>
        <message>
            <source>The result was not sent to SailPoint</source>
            <translation>Das Ergebnis wurde nicht an SailPoint gesendet</translation>
        </message>
        <message>
            <source>The session is over: %1</source>
            <translation>Die Sitzung ist vorbei: %1</translation>
        </message>
        <message>
            <source>The session is still open</source>
            <translation>Die Sitzung ist noch offen</translation>
        </message>
        <message>
            <source>The session could not be ended</source>
            <translation>Die Sitzung konnte nicht beendet werden</translation>
        </message>
        <message>
            <source>Its result is held with the present settings</source>
            <translation>Ihr Ergebnis wird mit den jetzigen Einstellungen angehalten</translation>
        </message>
        <message>
            <source>This tenant writes a result as soon as it is there: agree that it is written for the test person, or let the tenant ask before it writes.</source>
            <translation>Dieser Mandant schreibt ein Ergebnis, sobald es da ist: stimmen Sie zu, dass es für die Testperson geschrieben wird, oder lassen Sie den Mandanten vor dem Schreiben fragen.</translation>
        </message>
        <message>
            <source>A rehearsal recovers no account: choose another purpose.</source>
            <translation>Ein Probelauf stellt kein Konto wieder her: wählen Sie einen anderen Zweck.</translation>
        </message>
        <message>
            <source>A rehearsal starts a session and writes a result: with a sandbox or a simulator only. If this tenant is a sandbox, say so in its settings (Environment).</source>
            <translation>Ein Probelauf startet eine Sitzung und schreibt ein Ergebnis: nur mit einer Sandbox oder einem Simulator. Ist dieser Mandant eine Sandbox, geben Sie das in seinen Einstellungen an (Umgebung).</translation>
        </message>
        <message>
            <source>SailPoint or the provider writes it: rehearse again when it has.</source>
            <translation>SailPoint oder der Anbieter schreibt es: wiederholen Sie den Probelauf, wenn es geschehen ist.</translation>
        </message>
        <message>
            <source>SailPoint does not show the result</source>
            <translation>SailPoint zeigt das Ergebnis nicht</translation>
        </message>
        <message>
            <source>There is no pass that could be written</source>
            <translation>Es gibt kein bestandenes Ergebnis, das geschrieben werden könnte</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>It is there and cannot be used.</source>
            <translation>Es ist da und nicht verwendbar.</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>nicht gefunden</translation>
        </message>
        <message>
            <source>Status queries alone decide then.</source>
            <translation>Dann entscheiden allein die Statusabfragen.</translation>
        </message>
        <message>
            <source>Look at the callback address and, in the list of received requests, at what was refused.</source>
            <translation>Prüfen Sie die Callback-Adresse und in der Liste der empfangenen Anfragen, was abgelehnt wurde.</translation>
        </message>
        <message>
            <source>no receiver is listening in this program</source>
            <translation>in diesem Programm ist kein Empfänger empfangsbereit</translation>
        </message>
        <message>
            <source>the receiver was listening</source>
            <translation>der Empfänger war empfangsbereit</translation>
        </message>
        <message>
            <source>No callback was seen</source>
            <translation>Es wurde kein Callback gesehen</translation>
        </message>
        <message>
            <source>Only a pass shows every field. Let the test person pass.</source>
            <translation>Nur ein bestandener Nachweis zeigt jedes Feld. Lassen Sie die Testperson bestehen.</translation>
        </message>
        <message>
            <source>The session ended: %1</source>
            <translation>Die Sitzung endete: %1</translation>
        </message>
        <message>
            <source>The place of the link in this provider&apos;s answer: idvctl tenant set NAME --invitation-at POINTER.</source>
            <translation>Wo der Link in der Antwort dieses Anbieters steht: idvctl tenant set NAME --invitation-at POINTER.</translation>
        </message>
        <message>
            <source>No invitation link was found in the answer</source>
            <translation>In der Antwort wurde kein Einladungslink gefunden</translation>
        </message>
        <message>
            <source>The answer carries the invitation link</source>
            <translation>Die Antwort enthält den Einladungslink</translation>
        </message>
        <message>
            <source>its answer names it</source>
            <translation>seine Antwort nennt sie</translation>
        </message>
        <message>
            <source>The provider started a session</source>
            <translation>Der Anbieter hat eine Sitzung gestartet</translation>
        </message>
        <message>
            <source>The provider started no session that can be asked about</source>
            <translation>Der Anbieter hat keine Sitzung gestartet, nach der gefragt werden kann</translation>
        </message>
        <message>
            <source>The provider started a session with this API key</source>
            <translation>Der Anbieter hat mit diesem API-Schlüssel eine Sitzung gestartet</translation>
        </message>
        <message>
            <source>The rehearsal was stopped</source>
            <translation>Der Probelauf wurde beendet</translation>
        </message>
        <message>
            <source>Nothing was written: it was not agreed to</source>
            <translation>Es wurde nichts geschrieben: dem wurde nicht zugestimmt</translation>
        </message>
        <message>
            <source>The look at the test person</source>
            <translation>Der Blick auf die Testperson</translation>
        </message>
        <message>
            <source>Its result cannot be read with the present settings</source>
            <translation>Ihr Ergebnis kann mit den jetzigen Einstellungen nicht gelesen werden</translation>
        </message>
        <message>
            <source>The session</source>
            <translation>Die Sitzung</translation>
        </message>
        <message>
            <source>Whether the provider has a session is not known</source>
            <translation>Ob der Anbieter eine Sitzung hat, ist nicht bekannt</translation>
        </message>
        <message>
            <source>The start of a session</source>
            <translation>Der Start einer Sitzung</translation>
        </message>
        <message>
            <source>The test person</source>
            <translation>Die Testperson</translation>
        </message>
        <message>
            <source>No session was started: the vendors have to answer first.</source>
            <translation>Es wurde keine Sitzung gestartet: zuerst müssen die Anbieter antworten.</translation>
        </message>
        <message>
            <source>Settings that this provider needs</source>
            <translation>Einstellungen, die dieser Anbieter braucht</translation>
        </message>
        <message>
            <source>test person</source>
            <translation>Testperson</translation>
        </message>
        <message>
            <source>Rehearsal: %1</source>
            <translation>Probelauf: %1</translation>
        </message>
        <message>
            <source>Callback</source>
            <translation>Callback</translation>
        </message>
        <message>
            <source>Answer to a status query</source>
            <translation>Antwort auf eine Statusabfrage</translation>
        </message>
        <message>
            <source>Answer to the start</source>
            <translation>Antwort auf den Start</translation>
        </message>
        <message>
            <source>Nothing is known to be wrong, and not everything was seen.</source>
            <translation>Von keinem Fehler ist bekannt, aber es wurde nicht alles gesehen.</translation>
        </message>
        <message>
            <source>Something does not work, or is sent otherwise than this tenant&apos;s settings say.</source>
            <translation>Etwas funktioniert nicht oder wird anders gesendet, als die Einstellungen dieses Mandanten sagen.</translation>
        </message>
        <message>
            <source>All five steps were seen to work with this test person.</source>
            <translation>Alle fünf Schritte haben mit dieser Testperson nachweislich funktioniert.</translation>
        </message>
        <message>
            <source>5 Written to SailPoint and read back</source>
            <translation>5 In SailPoint geschrieben und zurückgelesen</translation>
        </message>
        <message>
            <source>4 Result, by answer and callback</source>
            <translation>4 Ergebnis, durch Antwort und Callback</translation>
        </message>
        <message>
            <source>3 Session for the test person</source>
            <translation>3 Sitzung für die Testperson</translation>
        </message>
        <message>
            <source>2 Client and rights</source>
            <translation>2 Client und Rechte</translation>
        </message>
        <message>
            <source>1 Attributes for results</source>
            <translation>1 Attribute für Ergebnisse</translation>
        </message>
    </context>
    <context>
        <name>ui::RehearsalDialog</name>
        <message>
            <source>Nothing is written</source>
            <translation>Es wird nichts geschrieben</translation>
        </message>
        <message>
            <source>Writing, and reading back</source>
            <translation>Es wird geschrieben und zurückgelesen</translation>
        </message>
        <message>
            <source>Ending the session…</source>
            <translation>Die Sitzung wird beendet…</translation>
        </message>
        <message>
            <source>Rehearse again: only a run with these settings proves the rest.</source>
            <translation>Wiederholen Sie den Probelauf: nur ein Lauf mit diesen Einstellungen weist den Rest nach.</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>“Settings it needs…” shows what would be read, and stores it.</source>
            <translation>„Nötige Einstellungen…“ zeigt, was gelesen würde, und speichert es.</translation>
        </message>
        <message>
            <source>Do not write</source>
            <translation>Nicht schreiben</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Schreiben</translation>
        </message>
        <message numerus="yes">
            <source>%n attribute(s) of this person change in SailPoint.</source>
            <translation>
                <numerusform>%n Attribut dieser Person ändert sich in SailPoint.</numerusform>
                <numerusform>%n Attribute dieser Person ändern sich in SailPoint.</numerusform>
            </translation>
        </message>
        <message>
            <source>Write the result for %1?</source>
            <translation>Das Ergebnis für %1 schreiben?</translation>
        </message>
        <message>
            <source>Looking at the tenant; nothing is changed</source>
            <translation>Der Mandant wird geprüft; nichts wird geändert</translation>
        </message>
        <message>
            <source>Let the test person pass it: “Show session” has the link and the code.</source>
            <translation>Lassen Sie die Testperson sie bestehen: „Sitzung zeigen“ hat den Link und den Code.</translation>
        </message>
        <message>
            <source>The session is started</source>
            <translation>Die Sitzung ist gestartet</translation>
        </message>
        <message>
            <source>Every message was read as the settings say.</source>
            <translation>Jede Nachricht wurde so gelesen, wie die Einstellungen sagen.</translation>
        </message>
        <message>
            <source>No session was started.</source>
            <translation>Es wurde keine Sitzung gestartet.</translation>
        </message>
        <message>
            <source>There is no report before a rehearsal.</source>
            <translation>Vor einem Probelauf gibt es keinen Bericht.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Open a tenant first.</source>
            <translation>Öffnen Sie zuerst einen Mandanten.</translation>
        </message>
        <message>
            <source>It is running.</source>
            <translation>Er läuft.</translation>
        </message>
        <message>
            <source>The local copy has nobody with this ID.</source>
            <translation>Die lokale Kopie hat niemanden mit dieser ID.</translation>
        </message>
        <message>
            <source>Choose a test person first.</source>
            <translation>Wählen Sie zuerst eine Testperson.</translation>
        </message>
        <message>
            <source>Rehearse</source>
            <translation>Probelauf starten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Settings it needs…</source>
            <translation>Nötige Einstellungen…</translation>
        </message>
        <message>
            <source>Save report…</source>
            <translation>Bericht speichern…</translation>
        </message>
        <message>
            <source>Show session</source>
            <translation>Sitzung zeigen</translation>
        </message>
        <message>
            <source>The result may be written to SailPoint for this person</source>
            <translation>Das Ergebnis darf für diese Person in SailPoint geschrieben werden</translation>
        </message>
        <message>
            <source>Identity ID in SailPoint; of a person who is made for tests</source>
            <translation>Identitäts-ID in SailPoint; einer Person, die für Tests da ist</translation>
        </message>
        <message>
            <source>Test person (ID)</source>
            <translation>Testperson (ID)</translation>
        </message>
        <message>
            <source>One test person goes through the guide’s five steps. What is done: reads, one session at the provider, and one result written for this person. Every field and word that is sent is compared with the settings.</source>
            <translation>Eine Testperson geht durch die fünf Schritte der Anleitung. Was geschieht: Lesen, eine Sitzung beim Anbieter und ein Ergebnis, das für diese Person geschrieben wird. Jedes Feld und jedes Wort, das gesendet wird, wird mit den Einstellungen verglichen.</translation>
        </message>
        <message>
            <source>Rehearse with %1</source>
            <translation>Probelauf mit %1</translation>
        </message>
        <message>
            <source>Rehearsal</source>
            <translation>Probelauf</translation>
        </message>
    </context>
    <context>
        <name>ui::RehearsalSteps</name>
        <message>
            <source>Not proven</source>
            <translation>Nicht nachgewiesen</translation>
        </message>
        <message>
            <source>✗ Does not work</source>
            <translation>✗ Funktioniert nicht</translation>
        </message>
        <message>
            <source>✓ Proven</source>
            <translation>✓ Nachgewiesen</translation>
        </message>
    </context>
</TS>
