using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Post;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>An e-mail that comes back confirmed nothing, and becomes a letter.</summary>
public sealed class RetourpostTests
{
    private static readonly Guid PersoonId = Guid.NewGuid();

    [Fact]
    public async Task What_came_back_becomes_a_letter_and_the_term_is_open_until_that_went()
    {
        await using var dienst = await Verzonden();

        await LegTerug(dienst, Rapport(dienst));

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await dienst.Staat("verzonden");
        (await dienst.Fabriek.Aangekondigd()).Select(g => (g.GetType().Name, g.Versie)).ShouldBe(
            [(nameof(OntvangstBevestigd), 1), (nameof(OntvangstbevestigingTeruggekomen), 2), (nameof(OntvangstBevestigd), 3)]);
        (await dienst.Verzending()).GetProperty("wijze").GetString().ShouldBe("brief");
        File.ReadAllText(dienst.Brieven.Single()).ShouldContain("Stationsstraat 12b");
        Directory.GetFiles(Retourmap(dienst)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_comes_twice_gives_one_letter()
    {
        await using var dienst = await Verzonden();
        var rapport = Rapport(dienst);
        await LegTerug(dienst, rapport);
        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await dienst.Staat("verzonden");

        await LegTerug(dienst, rapport);

        dienst.Brieven.ShouldHaveSingleItem();
        (await dienst.Fabriek.Aangekondigd()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_address_has_to_be_confirmed_again()
    {
        await using var dienst = await Verzonden();
        await LegTerug(dienst, Rapport(dienst));

        await dienst.Fabriek.Verwerk(Dienst.Melding(dossier: "D-2026-000002", persoonId: PersoonId));

        (await EmailadresTests.Vraag(dienst)).Subject.ShouldBe("Klopt uw e-mailadres?");
    }

    [Fact]
    public async Task A_question_that_came_back_makes_what_waits_for_it_a_letter()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding(persoonId: PersoonId));
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: PersoonId));
        await EmailadresTests.Vraag(dienst);
        await Tot.Waar(async () => await dienst.Fabriek.Vraag(db => db.Verzendingen.AnyAsync(v => v.Status == Verzendstatus.Verzonden)));

        await LegTerug(dienst, Rapport(dienst));

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        (await dienst.Fabriek.Aangekondigd()).OfType<OntvangstbevestigingTeruggekomen>().ShouldBeEmpty("nothing had been confirmed");
    }

    [Fact]
    public async Task Who_has_no_address_either_gets_it_in_hand()
    {
        await using var dienst = await Verzonden(zonderAdres: true);

        await LegTerug(dienst, Rapport(dienst));

        await dienst.Staat("wacht-op-adres");
        (await dienst.Fabriek.Aangekondigd())[^1].ShouldBeOfType<AdresNietGevonden>();
        (await dienst.ReikUit("2026-05-04")).ShouldBe((204, ""));
    }

    [Fact]
    public async Task Nothing_goes_to_who_died_after_the_e_mail_was_sent()
    {
        await using var dienst = await Verzonden();
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: PersoonId) with
        {
            Signalen = [Brpsignaal.Overleden],
            Persoonstand = 9,
            Versie = 9,
        });

        await LegTerug(dienst, Rapport(dienst));

        await dienst.Staat("vervallen");
        dienst.Brieven.ShouldBeEmpty();
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem("no term opens that nobody can meet")
            .ShouldBeOfType<OntvangstBevestigd>();
    }

    [Fact]
    public async Task A_report_that_is_read_twice_takes_back_no_confirmation_of_after_it()
    {
        await using var dienst = await Verzonden();
        var rapport = Rapport(dienst);
        await LegTerug(dienst, rapport);
        await dienst.Staat("verzonden");
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE emailadres SET bevestigd_op = now()"));

        await LegTerug(dienst, rapport);

        (await dienst.Fabriek.Vraag(db => db.Emailadressen.SingleAsync())).BevestigdOp.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_being_sent_to_the_address_at_that_moment_meets_its_own_outcome()
    {
        await using var dienst = await Verzonden();
        await dienst.Fabriek.Verwerk(Dienst.Melding(dossier: "D-2026-000002", persoonId: PersoonId));
        await Tot.Waar(async () =>
            await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync(v => v.Status == Verzendstatus.Verzonden)) == 2);
        var rapport = Rapport(dienst, bestand: $"{Dienst.Dossier}-ontvangstbevestiging.eml");
        // Puts the second back, as if its attempt had not been noted yet.
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE verzending SET status = 'TeVerzenden', claimed_until = 'infinity', due_at = 'infinity'
            WHERE dossiernummer = 'D-2026-000002'
            """));

        await LegTerug(dienst, rapport);

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        (await dienst.Fabriek.Vraag(db => db.Verzendingen.SingleAsync(v => v.Dossiernummer == "D-2026-000002")))
            .ShouldSatisfyAllConditions(v => v.Wijze.ShouldBe(Verzendwijze.Email), v => v.ClaimedUntil.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_report_that_overtakes_our_own_note_is_kept_until_that_is_there()
    {
        await using var dienst = await Verzonden();
        // Puts the row back, as if its attempt had not been noted yet.
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"UPDATE verzending SET status = 'TeVerzenden', claimed_until = 'infinity', due_at = 'infinity'"));

        await LegTerug(dienst, Rapport(dienst));
        dienst.Brieven.ShouldBeEmpty();
        Directory.GetFiles(Retourmap(dienst)).ShouldHaveSingleItem();

        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync(
            $"UPDATE verzending SET status = 'Verzonden', claimed_until = NULL, due_at = NULL"));
        await Ronde(dienst);
        await Tot.Waar(() => dienst.Brieven.Length == 1);
    }

    [Theory]
    [InlineData("delayed")]
    [InlineData("delivered")]
    [InlineData("relayed")]
    public async Task A_report_that_says_something_else_changes_nothing_and_stays_for_a_person(string actie)
    {
        await using var dienst = await Verzonden();

        await LegTerug(dienst, Rapport(dienst, actie));

        dienst.Brieven.ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(Retourmap(dienst), "onbekend")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("From: iemand@example.org\nSubject: Ik kom later\n\nHallo")]
    [InlineData("")]
    [InlineData("geen e-mail \u0001\u0002")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: message/delivery-status")]
    public async Task What_is_no_report_of_ours_stays_for_a_person_and_holds_up_nothing(string inhoud)
    {
        await using var dienst = await Verzonden();
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Retourmap(dienst)).FullName, "aaa.eml"), inhoud);

        await LegTerug(dienst, Rapport(dienst));

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        Directory.GetFiles(Path.Combine(Retourmap(dienst), "onbekend")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_only_knows_the_number_of_a_dossier_cannot_say_that_an_e_mail_came_back()
    {
        await using var dienst = await Verzonden();
        var vals = Rapport(dienst).Replace(
            (await dienst.Rij()).Berichtnaam, $"{Dienst.Dossier}-ontvangstbevestiging.{Guid.NewGuid():N}", StringComparison.Ordinal);

        await LegTerug(dienst, vals);

        await dienst.Staat("verzonden");
        dienst.Brieven.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "(WmoGezien)")]
    [InlineData(false, "(\\Seen)")]
    public async Task From_a_mailbox_what_was_handled_goes_and_the_rest_stays_for_a_person(bool metWoorden, string vlag)
    {
        var poort = VrijePoort.Neem();
        await using var server = NepImap.Start(poort);
        server.KentWoorden = metWoorden;
        await using var dienst = await Verzonden(Postbus(poort));
        server.Leg("From: iemand@example.org\nSubject: Ik kom later\n\nHallo");
        server.Leg(Rapport(dienst));

        await Ronde(dienst);

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await Tot.Waar(() => server.Vlaggen.SequenceEqual([vlag]));
    }

    [Fact]
    public async Task A_report_that_a_person_has_opened_is_handled_all_the_same()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepImap.Start(poort);
        await using var dienst = await Verzonden(Postbus(poort));
        server.Leg(Rapport(dienst), "(\\Seen)");

        await Ronde(dienst);

        await Tot.Waar(() => dienst.Brieven.Length == 1);
    }

    [Fact]
    public async Task A_message_in_a_mailbox_that_cannot_be_read_holds_up_no_other()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepImap.Start(poort);
        await using var dienst = await Verzonden(Postbus(poort));
        server.Leg("");
        server.Leg(new string('x', 2_000_000));
        server.Leg(NepImap.Kapot);
        server.Leg(Rapport(dienst));

        await Ronde(dienst);

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await Tot.Waar(() => server.Vlaggen.Length == 3 && server.Vlaggen.All(v => v == "(WmoGezien)"));
    }

    [Fact]
    public async Task A_mailbox_that_is_away_only_delays()
    {
        var poort = VrijePoort.Neem();
        await using var dienst = await Verzonden(Postbus(poort));
        await Should.ThrowAsync<Exception>(() => Ronde(dienst));

        await using var server = NepImap.Start(poort);
        server.Leg(Rapport(dienst));
        await Ronde(dienst);

        await Tot.Waar(() => dienst.Brieven.Length == 1);
    }

    /// <summary>A confirmation that went by e-mail.</summary>
    private static async Task<Dienst> Verzonden(bool zonderAdres, params (string, string)[] extra)
    {
        var dienst = await Dienst.Start(extra: extra);
        await dienst.Gemeld(persoonId: PersoonId);
        await dienst.Fabriek.Verwerk(Dienst.Persoon(zonderAdres: zonderAdres, persoonId: PersoonId));
        await dienst.Staat("verzonden");
        return dienst;
    }

    private static Task<Dienst> Verzonden(params (string, string)[] extra) => Verzonden(false, extra);

    private static (string, string)[] Postbus(int poort) =>
    [
        ("Smtp:Retouradres", "retour@almere.example"), ("Smtp:Retour:Host", "127.0.0.1"),
        ("Smtp:Retour:Port", poort.ToString(CultureInfo.InvariantCulture)), ("Smtp:Retour:Tls", "false"),
        ("Smtp:Retour:Gebruiker", "retour"), ("Smtp:Retour:Wachtwoord", "geheim"),
    ];

    private static string Retourmap(Dienst dienst) => Path.Combine(dienst.Postmap, "retour");

    private static async Task LegTerug(Dienst dienst, string inhoud)
    {
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Retourmap(dienst)).FullName, "retour.eml"), inhoud);
        await Ronde(dienst);
    }

    private static Task Ronde(Dienst dienst) =>
        dienst.Fabriek.Services.GetServices<IHostedService>().OfType<Retourpost>().Single().Round(TestContext.Current.CancellationToken);

    /// <summary>The report of a mail server (RFC 3464) about the last e-mail.</summary>
    private static string Rapport(Dienst dienst, string actie = "failed", string bestand = "*") =>
        $"""
        From: MAILER-DAEMON@mail.example.org
        To: post@almere.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

        --grens
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.

        --grens
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.org
        Arrival-Date: Mon, 4 May 2026 09:00:00 +0000

        Final-Recipient: rfc822; {Dienst.Email}
        Action: {actie}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --grens
        Content-Type: text/rfc822-headers

        Message-ID: <{MimeMessage.Load(Directory.GetFiles(dienst.Postmap, bestand).Single()).MessageId}>
        Subject: iets

        --grens--

        """;
}
