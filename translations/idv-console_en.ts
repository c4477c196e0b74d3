<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
    <context>
        <name>Approvals</name>
        <message numerus="yes">
            <source>the identity verification is older than %n day(s)</source>
            <translation>
                <numerusform>the identity verification is older than %n day</numerusform>
                <numerusform>the identity verification is older than %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n access review(s) should have ended already.</source>
            <translation>
                <numerusform>%n access review should have ended already.</numerusform>
                <numerusform>%n access reviews should have ended already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n access review(s) end within three days.</source>
            <translation>
                <numerusform>%n access review ends within three days.</numerusform>
                <numerusform>%n access reviews end within three days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Diagnosis</name>
        <message numerus="yes">
            <source>This computer&apos;s clock is %n minute(s) slow</source>
            <translation>
                <numerusform>This computer&apos;s clock is %n minute slow</numerusform>
                <numerusform>This computer&apos;s clock is %n minutes slow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This computer&apos;s clock is %n minute(s) fast</source>
            <translation>
                <numerusform>This computer&apos;s clock is %n minute fast</numerusform>
                <numerusform>This computer&apos;s clock is %n minutes fast</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeopleModel</name>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>%n day over</numerusform>
                <numerusform>%n days over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PersonMenu</name>
        <message numerus="yes">
            <source>%n registered already; nobody is invited</source>
            <translation>
                <numerusform>%n registered already; nobody is invited</numerusform>
                <numerusform>%n registered already; nobody is invited</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint sends an e-mail to %n person(s). The invitation is valid for seven days.</source>
            <translation>
                <numerusform>SailPoint sends an e-mail to %n person. The invitation is valid for seven days.</numerusform>
                <numerusform>SailPoint sends an e-mail to %n people. The invitation is valid for seven days.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registered already and left out.</source>
            <translation>
                <numerusform>%n registered already and left out.</numerusform>
                <numerusform>%n registered already and left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint computes the attributes and access of %n identity(ies) anew.</source>
            <translation>
                <numerusform>SailPoint computes the attributes and access of %n identity anew.</numerusform>
                <numerusform>SailPoint computes the attributes and access of %n identities anew.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Personal data of %n verification(s) removed</source>
            <translation>
                <numerusform>Personal data of %n verification removed</numerusform>
                <numerusform>Personal data of %n verifications removed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReadinessCheck</name>
        <message numerus="yes">
            <source>of %n people it is not known: %1</source>
            <translation>
                <numerusform>of %n people it is not known: %1</numerusform>
                <numerusform>of %n people it is not known: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint&apos;s lifecycle states of %n profile(s) could not be read</source>
            <translation>
                <numerusform>SailPoint&apos;s lifecycle states of %n profile could not be read</numerusform>
                <numerusform>SailPoint&apos;s lifecycle states of %n profiles could not be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tenant</name>
        <message numerus="yes">
            <source>%n verification(s) of this tenant are open or held, and were started with the provider as it is. End them first, or wait until they have ended.</source>
            <translation>
                <numerusform>%n verification of this tenant is open or held, and was started with the provider as it is. End it first, or wait until it has ended.</numerusform>
                <numerusform>%n verifications of this tenant are open or held, and were started with the provider as it is. End them first, or wait until they have ended.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verification(s) of this tenant are open or held. End them first, or remove the tenant together with them.</source>
            <translation>
                <numerusform>%n verification of this tenant are open or held. End them first, or remove the tenant together with them.</numerusform>
                <numerusform>%n verifications of this tenant are open or held. End them first, or remove the tenant together with them.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tenants</name>
        <message numerus="yes">
            <source>%n secret(s) are still in the keychain and are removed as soon as it can be used: %1</source>
            <translation>
                <numerusform>%n secret is still in the keychain and is removed as soon as it can be used: %1</numerusform>
                <numerusform>%n secrets are still in the keychain and are removed as soon as it can be used: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ActivityDialog</name>
        <message numerus="yes">
            <source>%Ln people have a lifecycle word that is not listed: their accounts count as not known, unless SailPoint says what it means.</source>
            <translation>
                <numerusform>%Ln person has a lifecycle word that is not listed: their account counts as not known, unless SailPoint says what it means.</numerusform>
                <numerusform>%Ln people have a lifecycle word that is not listed: their accounts count as not known, unless SailPoint says what it means.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ApprovalList</name>
        <message numerus="yes">
            <source>%Ln waiting for you</source>
            <translation>
                <numerusform>%Ln waiting for you</numerusform>
                <numerusform>%Ln waiting for you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::AuditPage</name>
        <message numerus="yes">
            <source>%Ln entries shown</source>
            <translation>
                <numerusform>%Ln entry shown</numerusform>
                <numerusform>%Ln entries shown</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::CampaignCard</name>
        <message numerus="yes">
            <source>about %Ln minute(s) left</source>
            <translation>
                <numerusform>about %Ln minute left</numerusform>
                <numerusform>about %Ln minutes left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::CampaignForm</name>
        <message numerus="yes">
            <source>The %Ln selected</source>
            <translation>
                <numerusform>The %Ln selected</numerusform>
                <numerusform>The %Ln selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln person(s) found.</source>
            <translation>
                <numerusform>%Ln person found.</numerusform>
                <numerusform>%Ln people found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln line(s) name nobody.</source>
            <translation>
                <numerusform>%Ln line names nobody.</numerusform>
                <numerusform>%Ln lines name nobody.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All in this list but the %Ln not selected, as it is at the dry run</source>
            <translation>
                <numerusform>All in this list but the %Ln not selected, as it is at the dry run</numerusform>
                <numerusform>All in this list but the %Ln not selected, as it is at the dry run</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::DriftDialog</name>
        <message numerus="yes">
            <source>%n verification(s) were not looked at yet: SailPoint has fifteen minutes to show a result, and the local copy has to be read after that.</source>
            <translation>
                <numerusform>%n verification were not looked at yet: SailPoint has fifteen minutes to show a result, and the local copy has to be read after that.</numerusform>
                <numerusform>%n verifications were not looked at yet: SailPoint has fifteen minutes to show a result, and the local copy has to be read after that.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>SailPoint stores what the provider said, in all %n compared.</source>
            <translation>
                <numerusform>SailPoint stores what the provider said, in all %n compared.</numerusform>
                <numerusform>SailPoint stores what the provider said, in all %n compared.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::DryRunView</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>get a verification link, waited for %Ln hour(s)</source>
            <translation>
                <numerusform>get a verification link, waited for %Ln hour</numerusform>
                <numerusform>get a verification link, waited for %Ln hours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ExportDialog</name>
        <message numerus="yes">
            <source>%Ln row(s) written</source>
            <translation>
                <numerusform>%Ln row written</numerusform>
                <numerusform>%Ln rows written</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::HealthCard</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln result(s) of 30 days not stored</source>
            <translation>
                <numerusform>%Ln result of 30 days not stored</numerusform>
                <numerusform>%Ln results of 30 days not stored</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln result(s) were not looked at yet: synchronise</source>
            <translation>
                <numerusform>%Ln result were not looked at yet: synchronise</numerusform>
                <numerusform>%Ln results were not looked at yet: synchronise</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::IdentitiesTable</name>
        <message numerus="yes">
            <source>%Ln identities</source>
            <translation>
                <numerusform>%Ln identity</numerusform>
                <numerusform>%Ln identities</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::LabTriggers</name>
        <message numerus="yes">
            <source>%Ln invocation(s) started</source>
            <translation>
                <numerusform>%Ln invocation started</numerusform>
                <numerusform>%Ln invocations started</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::NeedsCard</name>
        <message numerus="yes">
            <source>%Ln result(s) held</source>
            <translation>
                <numerusform>%Ln result held</numerusform>
                <numerusform>%Ln results held</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln start(s) without an answer</source>
            <translation>
                <numerusform>%Ln start without an answer</numerusform>
                <numerusform>%Ln starts without an answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln verified here, not stored</source>
            <translation>
                <numerusform>%Ln verified here, not stored</numerusform>
                <numerusform>%Ln verified here, not stored</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln failed in the last 24 hours</source>
            <translation>
                <numerusform>%Ln failed in the last 24 hours</numerusform>
                <numerusform>%Ln failed in the last 24 hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln campaign(s) paused</source>
            <translation>
                <numerusform>%Ln campaign paused</numerusform>
                <numerusform>%Ln campaigns paused</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::OverviewPage</name>
        <message numerus="yes">
            <source>%Ln identities in scope</source>
            <translation>
                <numerusform>%Ln identity in scope</numerusform>
                <numerusform>%Ln identities in scope</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::PersonHeader</name>
        <message numerus="yes">
            <source>Overdue by %n day(s)</source>
            <translation>
                <numerusform>Overdue by %n day</numerusform>
                <numerusform>Overdue by %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::PolicyEditor</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::PrivacyPage</name>
        <message numerus="yes">
            <source>%Ln verification(s) lose their personal data now.</source>
            <translation>
                <numerusform>%Ln verification loses its personal data now.</numerusform>
                <numerusform>%Ln verifications lose their personal data now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln verification(s) would lose their personal data now.</source>
            <translation>
                <numerusform>%Ln verification would lose its personal data now.</numerusform>
                <numerusform>%Ln verifications would lose their personal data now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln verification(s) are older than that. Their names and contacts are removed for good; what happened stays on record.</source>
            <translation>
                <numerusform>%Ln verification is older than that. Its names and contacts are removed for good; what happened stays on record.</numerusform>
                <numerusform>%Ln verifications are older than that. Their names and contacts are removed for good; what happened stays on record.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Personal data of %Ln verification(s) removed</source>
            <translation>
                <numerusform>Personal data of %Ln verification removed</numerusform>
                <numerusform>Personal data of %Ln verifications removed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ProfileActions</name>
        <message numerus="yes">
            <source>Delete %n identity profiles?</source>
            <translation>
                <numerusform>Delete %n identity profile?</numerusform>
                <numerusform>Delete %n identity profiles?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Their %Ln identities lose their profile, and with it what it computed for them. This cannot be taken back.</source>
            <translation>
                <numerusform>Its %Ln identity loses its profile, and with it what it computed for it. This cannot be taken back.</numerusform>
                <numerusform>Their %Ln identities lose their profile, and with it what it computed for them. This cannot be taken back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what it computed for them. This cannot be taken back.</source>
            <translation>
                <numerusform>The identity profile is deleted in SailPoint. Its %Ln identity loses it, and with it what it computed for that identity. This cannot be taken back.</numerusform>
                <numerusform>The identity profile is deleted in SailPoint. Its %Ln identities lose it, and with it what it computed for them. This cannot be taken back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ProfileDetail</name>
        <message numerus="yes">
            <source>Delete %n…</source>
            <translation>
                <numerusform>Delete %n…</numerusform>
                <numerusform>Delete %n…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ProfilesPage</name>
    </context>
    <context>
        <name>ui::QuickFind</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n command(s)</source>
            <translation>
                <numerusform>%n command</numerusform>
                <numerusform>%n commands</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::RecoveryGatePanel</name>
        <message numerus="yes">
            <source>Address unchanged for %n day(s)</source>
            <translation>
                <numerusform>Address unchanged for %n day</numerusform>
                <numerusform>Address unchanged for %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Address changed %n day(s) ago: say why it is used</source>
            <translation>
                <numerusform>Address changed %n day ago: say why it is used</numerusform>
                <numerusform>Address changed %n days ago: say why it is used</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::RequirementsDialog</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ReverificationPage</name>
        <message numerus="yes">
            <source>Campaigns (%Ln running)</source>
            <translation>
                <numerusform>Campaigns (%Ln running)</numerusform>
                <numerusform>Campaigns (%Ln running)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::ScenarioCard</name>
        <message numerus="yes">
            <source>%Ln scenario(s)</source>
            <translation>
                <numerusform>%Ln scenario</numerusform>
                <numerusform>%Ln scenarios</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::SessionsPage</name>
        <message numerus="yes">
            <source>%Ln session(s)</source>
            <translation>
                <numerusform>%Ln session</numerusform>
                <numerusform>%Ln sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::StatusLine</name>
        <message numerus="yes">
            <source>%Ln open operation(s)</source>
            <translation>
                <numerusform>%Ln open operation</numerusform>
                <numerusform>%Ln open operations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::StatusTiles</name>
        <message numerus="yes">
            <source>within %Ln day(s)</source>
            <translation>
                <numerusform>within %Ln day</numerusform>
                <numerusform>within %Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::StopCampaignDialog</name>
        <message numerus="yes">
            <source>%Ln open link(s) cancelled</source>
            <translation>
                <numerusform>%Ln open link cancelled</numerusform>
                <numerusform>%Ln open links cancelled</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::VerifyDialog</name>
        <message numerus="yes">
            <source>The link expires after %n minute(s).</source>
            <translation>
                <numerusform>The link expires after %n minute.</numerusform>
                <numerusform>The link expires after %n minutes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::VerifyForm</name>
        <message numerus="yes">
            <source>Unchanged for %n day(s)</source>
            <translation>
                <numerusform>Unchanged for %n day</numerusform>
                <numerusform>Unchanged for %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Changed %n day(s) ago</source>
            <translation>
                <numerusform>Changed %n day ago</numerusform>
                <numerusform>Changed %n days ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::WorkSide</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProfileText</name>
        <message numerus="yes">
            <source>%Ln identities</source>
            <translation>
                <numerusform>%Ln identity</numerusform>
                <numerusform>%Ln identities</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AccessToken</name>
        <message numerus="yes">
            <source>expires in %n day(s), on %1</source>
            <translation>
                <numerusform>expires in %n day, on %1</numerusform>
                <numerusform>expires in %n days, on %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ui::RehearsalDialog</name>
        <message numerus="yes">
            <source>%n attribute(s) of this person change in SailPoint.</source>
            <translation>
                <numerusform>%n attribute of this person changes in SailPoint.</numerusform>
                <numerusform>%n attributes of this person change in SailPoint.</numerusform>
            </translation>
        </message>
    </context>
</TS>
