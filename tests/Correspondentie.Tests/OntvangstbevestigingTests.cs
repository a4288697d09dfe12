using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Correspondentie.Post;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Correspondentie.Tests;

public partial class OntvangstbevestigingTests
{
    private static readonly Ontvangstbevestiging Brief = new("M-2026-000001", new(2026, 5, 4));
    private static readonly Gemeente Almere = new() { Naam = "Almere", Telefoon = "14 036", Clientondersteuning = "OCO Almere" };
    private static readonly CancellationToken Annulering = TestContext.Current.CancellationToken;

    [Fact]
    public void The_confirmation_names_the_six_weeks_the_client_support_and_the_persoonlijk_plan()
    {
        var tekst = Brief.Schrijf(Dienst.Dossier, Almere).AlsTekst("Geachte heer of mevrouw,");
        tekst.ShouldContain("binnen zes weken na uw melding klaar: uiterlijk op maandag 15 juni 2026");
        tekst.ShouldContain("maandag 15 juni 2026", Case.Sensitive, "six weeks");
        tekst.ShouldContain("maandag 11 mei 2026", Case.Sensitive, "seven days");
        tekst.ShouldContain("onafhankelijke cliëntondersteuner");
        tekst.ShouldContain("OCO Almere");
        tekst.ShouldContain(Dienst.Dossier);
    }

    [Fact]
    public void A_term_of_another_length_or_day_gives_the_letter_the_right_words()
    {
        var onderzoek = Termijnen.Onderzoek(Brief.OntvangenOp) with { Duur = "acht weken", Uiterlijk = new(2026, 6, 29) };
        var plan = Termijnen.PersoonlijkPlan(Brief.OntvangenOp) with { Duur = "tien dagen", Uiterlijk = new(2026, 5, 14) };
        var tekst = Brief.Schrijf(Dienst.Dossier, onderzoek, plan, Almere).AlsTekst("Geachte heer of mevrouw,");
        tekst.ShouldContain("binnen acht weken na uw melding klaar: uiterlijk op maandag 29 juni 2026");
        tekst.ShouldContain("binnen tien dagen na uw melding: uiterlijk op donderdag 14 mei 2026");
        tekst.ShouldNotContain("zes weken");
    }

    [Fact]
    public async Task With_an_address_the_confirmation_goes_by_e_mail_at_once_and_only_then_counts()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld();
        await dienst.Staat("verzonden");

        var eml = await File.ReadAllTextAsync(dienst.Emails.ShouldHaveSingleItem(), Annulering);
        Path.GetFileName(dienst.Emails[0]).ShouldBe($"{Dienst.Dossier}-ontvangstbevestiging.eml");
        eml.ShouldContain(
            $"Message-ID: <{Dienst.Dossier}-ontvangstbevestiging.{(await dienst.Rij()).Id:N}@almere.example>", Case.Insensitive);
        eml.ShouldContain($"To: {Dienst.Email}");
        eml.ShouldNotContain("administratie", Case.Insensitive, "an e-mail can be read by others");
        var bevestigd = (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem().ShouldBeOfType<OntvangstBevestigd>();
        (bevestigd.Wijze, bevestigd.BevestigdOp, bevestigd.Dossiernummer)
            .ShouldBe((Verzendwijze.Email, new DateOnly(2026, 5, 4), Dienst.Dossier));
        dienst.Brieven.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_address_it_becomes_a_letter_as_soon_as_the_person_is_known()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld(email: null);
        await dienst.Staat("wacht-op-adres");
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();

        await dienst.PersoonBekend(achternaam: "Berg & <Zn>");
        await dienst.Staat("verzonden");
        var brief = await File.ReadAllTextAsync(dienst.Brieven.ShouldHaveSingleItem(), Annulering);
        Path.GetFileName(dienst.Brieven[0]).ShouldBe($"{Dienst.Dossier}-ontvangstbevestiging.html");
        brief.ShouldContain("Mevrouw A.B. van den Berg &amp; &lt;Zn&gt;<br>Stationsstraat 12b<br>1315 AB Almere");
        brief.ShouldContain("Geachte mevrouw Van den Berg");
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem()
            .ShouldBeOfType<OntvangstBevestigd>().Wijze.ShouldBe(Verzendwijze.Brief);
    }

    [Fact]
    public async Task A_second_melding_in_the_dossier_gets_a_confirmation_of_its_own()
    {
        await using var dienst = await Dienst.Start();
        var eerste = Dienst.Melding();
        await dienst.Bevestigd(eerste.PersoonId, Dienst.Email);
        await dienst.Fabriek.Verwerk(eerste);
        var tweede = eerste with { Meldingnummer = "M-2026-000002", AggregaatId = Guid.NewGuid(), SluitAan = true };
        await dienst.Fabriek.Verwerk(tweede);
        await dienst.Fabriek.Verwerk(tweede with { Versie = 2 });

        await Tot.Waar(() => dienst.Emails.Length == 2);
        var emails = dienst.Emails.Select(File.ReadAllText).ToList();
        foreach (var nummer in (string[])[eerste.Meldingnummer, tweede.Meldingnummer])
            emails.ShouldContain(e => e.Contains(nummer, StringComparison.Ordinal));
        await Tot.Waar(async () => (await dienst.Fabriek.Aangekondigd()).OfType<OntvangstBevestigd>().Count() == 2);
        (await dienst.Fabriek.Aangekondigd()).OfType<OntvangstBevestigd>().Select(b => b.Meldingnummer)
            .ShouldBe([eerste.Meldingnummer, tweede.Meldingnummer], ignoreOrder: true);
    }

    [Fact]
    public async Task A_second_melding_of_a_person_who_is_known_needs_no_other_event()
    {
        await using var dienst = await Dienst.Start();
        var eerste = Dienst.Melding(email: null);
        await dienst.Fabriek.Verwerk(eerste);
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: eerste.PersoonId) with { Persoonstand = 1 });

        await dienst.Fabriek.Verwerk(eerste with { Meldingnummer = "M-2026-000002", AggregaatId = Guid.NewGuid(), SluitAan = true });

        await Tot.Waar(() => dienst.Brieven.Length == 2);
    }

    [Fact]
    public async Task Who_has_no_address_gets_it_in_hand_and_then_it_counts()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld(email: null);
        await dienst.PersoonBekend(zonderAdres: true);
        (await dienst.Verzending()).GetProperty("status").GetString().ShouldBe("wacht-op-adres");
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem().ShouldBeOfType<AdresNietGevonden>();
        dienst.Fabriek.Klok.Vooruit(TimeSpan.FromDays(2));

        foreach (var dag in new[] { "2026-05-03", "2026-05-07" }) (await dienst.ReikUit(dag)).ShouldBe((422, "uitreikdag-onmogelijk"));
        (await dienst.ReikUit("2026-05-05", dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-poort"])))
            .ShouldBe((404, "niet-gevonden"));
        (await dienst.ReikUit("2026-05-05", dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-haven"]))).ShouldBe((204, ""));
        (await dienst.ReikUit("2026-05-05")).ShouldBe((409, "al-verzonden"));

        var bevestigd = (await dienst.Fabriek.Aangekondigd())[^1].ShouldBeOfType<OntvangstBevestigd>();
        (bevestigd.Wijze, bevestigd.BevestigdOp).ShouldBe((Verzendwijze.Brief, new DateOnly(2026, 5, 5)));
        (await dienst.Verzending()).GetProperty("verzondenOp").GetString().ShouldStartWith("2026-05-05");
    }

    [Fact]
    public async Task While_something_can_still_be_sent_nothing_is_handed_over()
    {
        var poort = VrijePoort.Neem();
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld();
        (await dienst.ReikUit("2026-05-04")).ShouldBe((409, "wordt-verzonden"));
    }

    [Fact]
    public async Task The_person_before_the_melding_comes_back_later()
    {
        await using var dienst = await Dienst.Start();
        await Should.ThrowAsync<EarlierFactMissing>(() => dienst.PersoonBekend());
    }

    [Fact]
    public async Task Over_the_broker_a_letter_goes_whichever_of_melding_and_person_comes_first()
    {
        await using var dienst = await Dienst.Start(metBroker: true);
        await dienst.Fabriek.Publiceer(Dienst.Persoon());
        await dienst.Fabriek.Publiceer(Dienst.Melding(email: null));
        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await dienst.Staat("verzonden");
    }

    [Fact]
    public async Task A_melding_that_comes_twice_is_confirmed_once()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld();
        await dienst.Gemeld();
        await dienst.Staat("verzonden");
        (await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync(Annulering))).ShouldBe(1);
        (await dienst.Fabriek.Aangekondigd()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_between_sending_and_noting_leaves_one_file()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld(email: null);
        await dienst.PersoonBekend();
        await dienst.Staat("verzonden");
        // Puts the row back, as if the service had crashed before its commit.
        var adres = new Geadresseerde(["A.B. van den Berg", "Stationsstraat 12b", "1315 AB Almere"], "Geachte mevrouw Van den Berg,");
        await dienst.Fabriek.Vraag(async db =>
        {
            var rij = db.Entry(await db.Verzendingen.SingleAsync(Annulering));
            var plaats = new Seat(SeatKind.Row, "Verzending.Geadresseerde", rij.Entity.Id.ToString(), rij.Entity.Dossiernummer);
            rij.Property(v => v.Geadresseerde).CurrentValue =
                dienst.Fabriek.Services.GetRequiredService<Vault>().SealJson(adres, plaats);
            rij.Property(v => v.Status).CurrentValue = Verzendstatus.TeVerzenden;
            rij.Property(v => v.VerzondenOp).CurrentValue = null;
            rij.Property(v => v.Inhoud).CurrentValue = null;
            rij.Property(v => v.DueAt).CurrentValue = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            return await db.SaveChangesAsync(Annulering);
        });
        await dienst.Staat("verzonden");
        dienst.Brieven.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Over_SMTP_it_arrives_and_a_server_that_is_away_only_delays()
    {
        var poort = VrijePoort.Neem();
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld();
        await Tot.Waar(async () => (await dienst.Rij()).Attempts == 1);
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();
        (await dienst.Verzending()).GetProperty("status").GetString().ShouldBe("te-verzenden");

        await using var server = NepSmtp.Start(poort);
        dienst.Fabriek.Klok.Vooruit(TimeSpan.FromMinutes(1));
        await dienst.Staat("verzonden");
        var bericht = server.Ontvangen.ShouldHaveSingleItem();
        bericht.ShouldContain($"Message-ID: <{Dienst.Dossier}-ontvangstbevestiging.", Case.Insensitive);
        // Quoted-printable ends a broken line with "=".
        bericht.Replace("=\n", "", StringComparison.Ordinal).ShouldContain("maandag 15 juni 2026");
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_falls_back_to_a_letter()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.BijOntvanger = "550 5.1.1 onbekend";
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld();
        await dienst.Staat("wacht-op-adres");
        (await dienst.Rij()).Emailadres.ShouldBeNull();
        await dienst.PersoonBekend();
        await dienst.Staat("verzonden");
        dienst.Brieven.ShouldHaveSingleItem();
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem()
            .ShouldBeOfType<OntvangstBevestigd>().Wijze.ShouldBe(Verzendwijze.Brief);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_of_someone_without_another_asks_for_a_hand()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.BijOntvanger = "450 4.2.1 bezet";
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld();
        await dienst.PersoonBekend(zonderAdres: true);
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty("the e-mail may still go");
        await Tot.Waar(async () => (await dienst.Rij()).Attempts == 1);
        server.BijOntvanger = "550 5.1.1 onbekend";
        dienst.Fabriek.Klok.Vooruit(TimeSpan.FromMinutes(1));
        await dienst.Staat("wacht-op-adres");
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem().ShouldBeOfType<AdresNietGevonden>();
    }

    [Fact]
    public async Task Nothing_goes_to_who_died_and_nobody_has_to_hand_it_over()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld(email: null);

        await dienst.Fabriek.Verwerk(Dienst.Persoon(zonderAdres: true) with { Signalen = [Brpsignaal.Overleden] });

        (await dienst.Verzending()).GetProperty("status").GetString().ShouldBe("vervallen");
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();
        (await dienst.ReikUit("2026-05-04")).ShouldBe((409, "vervallen"));
    }

    [Fact]
    public async Task A_letter_has_the_name_the_salutation_and_the_address_of_the_BRP()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld(email: null);
        var persoon = Dienst.Persoon(zonderAdres: true);

        await dienst.Fabriek.Verwerk(persoon with
        {
            Persoon = new(persoon.Persoon.Waarde with
            {
                Aanschrijving = new("Mevrouw A.B. Smit-van den Berg", "Geachte mevrouw Smit-van den Berg", null,
                    ["Rue de la Loi 16", "1000 Bruxelles", "België"]),
            }),
        });

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        var brief = System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(dienst.Brieven[0]));
        brief.ShouldContain("Mevrouw A.B. Smit-van den Berg<br>Rue de la Loi 16<br>1000 Bruxelles<br>België");
        brief.ShouldContain("Geachte mevrouw Smit-van den Berg,");
    }

    [Fact]
    public async Task A_mailbox_that_is_busy_is_tried_again()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.BijOntvanger = "450 4.2.1 bezet";
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld();
        await Tot.Waar(async () => (await dienst.Rij()).Attempts == 1);
        (await dienst.Rij()).Wijze.ShouldBe(Verzendwijze.Email);
        server.BijOntvanger = "250 ok";
        dienst.Fabriek.Klok.Vooruit(TimeSpan.FromMinutes(1));
        await dienst.Staat("verzonden");
        server.Ontvangen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_e_mail_of_unknown_outcome_goes_once_more_and_then_a_person_decides()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.Zwijgt = true;
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld();
        for (var keer = 1; keer <= 2; keer++)
        {
            await Tot.Waar(async () => await dienst.Rij() is { ClaimedUntil: null } rij && rij.Unknowns == keer);
            await NuAanDeBeurt(dienst);
        }

        await dienst.Staat("onzeker");
        server.Ontvangen.Count.ShouldBe(2);
        server.Ontvangen.Select(b => BerichtId().Match(b).Value).Distinct().ShouldHaveSingleItem();
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();
        var lijst = new Uri("/correspondentie/v1/verzendingen/onzeker", UriKind.Relative);
        (await dienst.Fabriek.Als(Rollen.Backoffice).GetStringAsync(lijst, Annulering)).ShouldContain(Dienst.Dossier);
        (await dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-poort"]).GetStringAsync(lijst, Annulering))
            .ShouldContain("\"items\":[]");

        server.Zwijgt = false;
        (await dienst.Fabriek.Als(Rollen.Backoffice).PostAsync(
            new Uri($"/correspondentie/v1/verzendingen/{Dienst.Dossier}/opnieuw", UriKind.Relative), null, Annulering))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await dienst.Staat("verzonden");
        server.Ontvangen.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_person_who_hears_that_it_did_not_arrive_can_hand_it_over()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld(email: null);
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE verzending SET status = 'Onzeker'", Annulering));
        (await dienst.ReikUit("2026-05-04")).ShouldBe((204, ""));
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem().ShouldBeOfType<OntvangstBevestigd>();
    }

    [Fact]
    public async Task A_resident_gets_no_stream_of_e_mails_when_the_outcome_cannot_be_stored()
    {
        if (!KleineSchijf.Kan) Assert.Skip("Een volle schijf vraagt root, en een PostgreSQL op deze machine.");
        var poort = VrijePoort.Neem();
        await using var dienst = await Dienst.Start(poort);
        await using var schijf = await KleineSchijf.StartAsync(dienst.Fabriek.Database, "outbox_message");
        await dienst.Gemeld();
        // Only the note needs room: it announces that the confirmation was sent.
        await schijf.Vol(
            """
            INSERT INTO outbox_message (message_id, order_key, exchange, body, attempt, failures)
            VALUES (gen_random_uuid(), '', '', '', 0, 0)
            """);
        await using var server = NepSmtp.Start(poort);
        await NuAanDeBeurt(dienst);
        await Tot.Waar(() => server.Ontvangen.Count == 1);
        // Its claim ends again and again, and still nothing can be stored.
        for (var keer = 1; keer <= 4; keer++)
        {
            var pogingen = (await dienst.Rij()).Attempts;
            await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE verzending SET due_at = 'epoch'", Annulering));
            await Tot.Waar(async () => await dienst.Rij() is var rij && (rij.Attempts > pogingen || rij.Status == Verzendstatus.Onzeker));
        }

        server.Ontvangen.Count.ShouldBeLessThanOrEqualTo(2);
        await schijf.Leeg("outbox_message");
        await NuAanDeBeurt(dienst);
        await dienst.Staat("onzeker");
        server.Ontvangen.Select(b => BerichtId().Match(b).Value).Distinct().ShouldHaveSingleItem();
    }

    /// <summary>The pause or the claim of what still has to go ends.</summary>
    private static Task NuAanDeBeurt(Dienst dienst) => Tot.Waar(async () => (await dienst.Fabriek.Vraag(db =>
        db.Database.ExecuteSqlAsync($"UPDATE verzending SET due_at = 'epoch' WHERE due_at IS NOT NULL", Annulering))) >= 0);

    [Fact]
    public async Task Two_instances_send_each_message_once()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        await using var dienst = await Dienst.Start(poort, perAdres: 0);
        using var tweede = ActivatorUtilities.CreateInstance<Verzender>(dienst.Fabriek.Services);
        await tweede.StartAsync(Annulering);
        for (var i = 1; i <= 20; i++) await dienst.Gemeld(dossier: Nummers.Dossiernummer(2026, i));
        await Tot.Waar(async () =>
            await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync(v => v.Status == Verzendstatus.Verzonden, Annulering)) == 20);
        await tweede.StopAsync(Annulering);
        server.Ontvangen.Select(b => BerichtId().Match(b).Value).Distinct().Count().ShouldBe(20);
        server.Ontvangen.Count.ShouldBe(20);
    }

    [Fact]
    public async Task When_the_folder_cannot_be_written_it_waits_and_readiness_tells()
    {
        await using var dienst = await Dienst.Start();
        var gereed = new Uri("/health/ready", UriKind.Relative);
        (await Post()).ShouldContain("\"post\":\"Healthy\"");
        // A file takes the place of the folder, because denied rights would not stop root.
        if (Directory.Exists(dienst.Postmap)) Directory.Delete(dienst.Postmap, recursive: true);
        await File.WriteAllTextAsync(dienst.Postmap, "", Annulering);
        (await Post()).ShouldContain("\"post\":\"Unhealthy\"");
        await dienst.Gemeld();
        await Tot.Waar(async () => (await dienst.Rij()).Attempts == 1);
        (await dienst.Verzending()).GetProperty("status").GetString().ShouldBe("te-verzenden");
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();

        File.Delete(dienst.Postmap);
        dienst.Fabriek.Klok.Vooruit(TimeSpan.FromMinutes(1));
        await dienst.Staat("verzonden");
        dienst.Emails.ShouldHaveSingleItem();

        async Task<string> Post() =>
            await (await dienst.Fabriek.Met(null).GetAsync(gereed, Annulering)).Content.ReadAsStringAsync(Annulering);
    }

    [Fact]
    public async Task What_is_stored_cannot_be_read_and_the_addresses_go_once_they_are_not_needed()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld();
        await dienst.Staat("verzonden");
        var rij = await dienst.Fabriek.Vraag(db =>
            db.Database.SqlQuery<string>($"SELECT to_jsonb(v)::text AS \"Value\" FROM verzending v").SingleAsync(Annulering));
        foreach (var gevoelig in new[] { Dienst.Email, Dienst.Bsn, "administratie", "Geachte" }) rij.ShouldNotContain(gevoelig);
        var v = await dienst.Rij();
        (v.Emailadres, v.Geadresseerde).ShouldBe((null, null));
        v.Tekst(dienst.Fabriek.Services.GetRequiredService<Vault>()).ShouldNotBeNull().ShouldContain("Geachte heer of mevrouw");
    }

    [Fact]
    public async Task The_list_shows_a_team_its_own_and_never_an_address()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Gemeld();
        await dienst.Staat("verzonden");
        var adres = new Uri($"/correspondentie/v1/verzendingen?dossiernummer={Dienst.Dossier}", UriKind.Relative);
        var eigen = await dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-haven"]).GetStringAsync(adres, Annulering);
        eigen.ShouldContain("\"wijze\":\"email\"");
        eigen.ShouldNotContain("@");
        (await dienst.Fabriek.Als(Rollen.Consulent, teams: ["wijkteam-poort"]).GetStringAsync(adres, Annulering))
            .ShouldContain("\"items\":[]");
        (await dienst.Fabriek.Als(Rollen.Inwoner, bsn: Dienst.Bsn)
            .GetAsync(adres, Annulering)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await dienst.Fabriek.Als(Rollen.Backoffice)
            .GetAsync(new Uri("/correspondentie/v1/verzendingen", UriKind.Relative),
            Annulering)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_that_cannot_be_made_does_not_hold_up_the_next()
    {
        var poort = VrijePoort.Neem();
        await using var dienst = await Dienst.Start(poort);
        await dienst.Gemeld(email: null, dossier: "D-2026-000002");
        await dienst.Gemeld();
        // The mail server is away. Both then get their turn at once, so that no pause passes between them.
        await Tot.Waar(async () => await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"UPDATE verzending SET due_at = 'infinity' WHERE attempts > 0 AND claimed_until IS NULL", Annulering)) == 1);
        await using var server = NepSmtp.Start(poort);
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE verzending SET status = 'TeVerzenden',
                geadresseerde = CASE dossiernummer WHEN {Dienst.Dossier} THEN geadresseerde ELSE '1.stuk' END,
                due_at = CASE dossiernummer WHEN {Dienst.Dossier} THEN 'epoch'::timestamptz + interval '1 second' ELSE 'epoch' END
            """, Annulering));
        await dienst.Staat("verzonden");
        (await dienst.Fabriek.Vraag(db => db.Verzendingen.SingleAsync(v => v.Dossiernummer == "D-2026-000002", Annulering)))
            .ShouldSatisfyAllConditions(v => v.Attempts.ShouldBe(1), v => v.Status.ShouldBe(Verzendstatus.TeVerzenden));
    }

    [Fact]
    public async Task What_an_address_gets_above_its_number_for_a_day_goes_by_letter()
    {
        await using var dienst = await Dienst.Start(perAdres: 1);
        await dienst.Gemeld(dossier: "D-2026-000002");
        await Tot.Waar(() => dienst.Emails.Length == 1);
        await dienst.Gemeld(email: "  BEWONER@example.org");
        await dienst.PersoonBekend();
        await dienst.Staat("verzonden");
        (dienst.Emails.Length, dienst.Brieven.Length).ShouldBe((1, 1));
        (await dienst.Verzending()).GetProperty("wijze").GetString().ShouldBe("brief");
    }

    [Theory]
    [InlineData("mail.gemeente.example", "false", false)]
    [InlineData("mail.gemeente.example", "true", true)]
    [InlineData("localhost", "false", false)]
    public void A_mail_server_without_TLS_is_refused_outside_Development(string host, string tls, bool mag)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Smtp:Host"] = host,
            ["Smtp:Tls"] = tls,
            ["Smtp:Gateway"] = "https://portaal.almere.example",
            ["Gemeente:Naam"] = "Almere",
            ["Gemeente:Telefoon"] = "14 036",
            ["Gemeente:Clientondersteuning"] = "OCO Almere",
        });
        if (mag) builder.AddPost();
        else Should.Throw<InvalidOperationException>(builder.AddPost).Message.ShouldContain("Smtp:Tls");
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        await using var dienst = await Dienst.Start();
        (await dienst.Fabriek.Met(null).GetStringAsync(new Uri("/correspondentie/v1/openapi.json", UriKind.Relative), Annulering))
            .ShouldContain("Verzendingen bij een dossier");
    }

    [GeneratedRegex("Message-ID: <[^>]+>", RegexOptions.IgnoreCase)]
    private static partial Regex BerichtId();
}
