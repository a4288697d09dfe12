using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>Nothing about a person goes to an address before somebody who reads its mail confirmed it.</summary>
public sealed partial class EmailadresTests
{
    private const string Pagina = "/correspondentie/v1/emailadressen/bevestiging";

    [Fact]
    public async Task An_address_that_is_new_gets_a_question_that_says_nothing_about_anybody()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());

        var vraag = await Vraag(dienst);
        vraag.Subject.ShouldBe("Klopt uw e-mailadres?");
        var alles = File.ReadAllText(dienst.Emails.Single()) + vraag.TextBody + Path.GetFileName(dienst.Emails.Single());
        foreach (var woord in (string[])[Dienst.Dossier, "M-2026-", "wmo", "hulp", "melding", "Berg", Dienst.Bsn])
            alles.ShouldNotContain(woord, Case.Insensitive);
        (await Ontvangstbevestiging(dienst)).Status.ShouldBe(Verzendstatus.WachtOpBevestiging);
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_presses_the_button_gets_the_confirmation_at_once()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());

        (await Druk(dienst, await Link(dienst))).ShouldContain("Uw e-mailadres is bevestigd");

        await Tot.Waar(() => dienst.Emails.Length == 2);
        await Tot.Waar(async () => (await Ontvangstbevestiging(dienst)).Status == Verzendstatus.Verzonden);
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem()
            .ShouldBeOfType<OntvangstBevestigd>().Wijze.ShouldBe(Verzendwijze.Email);
    }

    [Fact]
    public async Task Opening_the_page_changes_nothing_because_mail_servers_do_that_too()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());

        (await dienst.Fabriek.Met(null).GetStringAsync(new Uri((await Link(dienst)).PathAndQuery, UriKind.Relative)))
            .ShouldContain("Ja, dit is mijn e-mailadres");

        (await Ontvangstbevestiging(dienst)).Status.ShouldBe(Verzendstatus.WachtOpBevestiging);
    }

    [Fact]
    public async Task Pressing_it_twice_changes_nothing_more()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());
        var link = await Link(dienst);
        await Druk(dienst, link);
        await Tot.Waar(async () => (await Ontvangstbevestiging(dienst)).Status == Verzendstatus.Verzonden);

        (await Druk(dienst, link)).ShouldContain("Uw e-mailadres is bevestigd");

        dienst.Emails.Length.ShouldBe(2);
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen-code")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_code_that_is_not_ours_is_told_so_and_shown_nowhere(string code)
    {
        await using var dienst = await Dienst.Start();
        var http = dienst.Fabriek.Met(null);
        using var formulier = new FormUrlEncodedContent([new("code", code)]);

        foreach (var antwoord in (HttpResponseMessage[])[
            await http.GetAsync(new Uri($"{Pagina}?code={Uri.EscapeDataString(code)}", UriKind.Relative)),
            await http.PostAsync(new Uri(Pagina, UriKind.Relative), formulier)])
        {
            antwoord.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var pagina = await antwoord.Content.ReadAsStringAsync();
            pagina.ShouldContain("wij sturen u een brief");
            if (code.Length > 0) pagina.ShouldNotContain(code);
        }
    }

    [Fact]
    public async Task A_code_of_another_address_confirms_only_that_one()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());
        await dienst.Fabriek.Verwerk(Dienst.Melding("ander@example.org", "D-2026-000002"));
        await Tot.Waar(() => dienst.Emails.Length == 2);

        await Druk(dienst, await Link(dienst, "ander@example.org"));

        await Tot.Waar(() => dienst.Emails.Length == 3);
        (await Ontvangstbevestiging(dienst)).Status.ShouldBe(Verzendstatus.WachtOpBevestiging);
    }

    [Fact]
    public async Task Who_confirmed_it_once_is_not_asked_again()
    {
        await using var dienst = await Dienst.Start();
        var persoon = Guid.NewGuid();
        await dienst.Bevestigd(persoon, Dienst.Email);

        await dienst.Fabriek.Verwerk(Dienst.Melding("  BEWONER@example.org", persoonId: persoon));

        await dienst.Staat("verzonden");
        dienst.Emails.ShouldHaveSingleItem().ShouldEndWith("ontvangstbevestiging.eml");
    }

    [Fact]
    public async Task Who_was_just_asked_is_not_asked_again_and_one_answer_counts_for_both()
    {
        await using var dienst = await Dienst.Start();
        var persoon = Guid.NewGuid();
        await dienst.Fabriek.Verwerk(Dienst.Melding(persoonId: persoon));
        await dienst.Fabriek.Verwerk(Dienst.Melding(dossier: "D-2026-000002", persoonId: persoon));

        await Druk(dienst, await Link(dienst));

        await Tot.Waar(async () =>
            await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync(v => v.Status == Verzendstatus.Verzonden)) == 3);
        dienst.Emails.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Two_meldingen_of_one_moment_ask_once()
    {
        await using var dienst = await Dienst.Start(metBroker: true);
        var persoon = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            dienst.Fabriek.Publiceer(Dienst.Melding(dossier: Nummers.Dossiernummer(2026, i), persoonId: persoon))));

        await Tot.Waar(async () =>
            await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync(v => v.Soort == Verzendsoort.Ontvangstbevestiging)) == 8);
        (await dienst.Fabriek.Vraag(db => db.Emailadressen.CountAsync())).ShouldBe(1);
        (await dienst.Fabriek.Vraag(db => db.Verzendingen.CountAsync(v => v.Soort == Verzendsoort.Adrescontrole))).ShouldBe(1);
    }

    [Fact]
    public async Task After_an_e_mail_came_back_the_old_link_confirms_nothing()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());
        var link = await Link(dienst);
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE emailadres SET ronde = 1"));

        (await dienst.Fabriek.Met(null).GetAsync(new Uri(link.PathAndQuery, UriKind.Relative)))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_e_mail_that_the_server_does_not_take_before_its_last_day_becomes_a_letter()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.BijOntvanger = "450 4.2.1 bezet";
        await using var dienst = await Dienst.Start(poort);
        var persoon = Guid.NewGuid();
        await dienst.Gemeld(persoonId: persoon);
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: persoon));
        await Tot.Waar(async () => (await Ontvangstbevestiging(dienst)).Attempts == 1);

        dienst.Fabriek.Klok.Zet(new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero));

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await dienst.Staat("verzonden");
    }

    [Fact]
    public async Task An_address_that_nobody_confirms_is_forgotten_after_thirty_days()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());
        await Verstreken(dienst);
        await Tot.Waar(async () => (await Ontvangstbevestiging(dienst)).Wijze == Verzendwijze.Brief);
        await dienst.Fabriek.Vraag(db => db.Database.ExecuteSqlAsync($"UPDATE emailadres SET op = now() - interval '31 days'"));

        await Tot.Waar(async () => !await dienst.Fabriek.Vraag(db => db.Emailadressen.AnyAsync()));
    }

    [Fact]
    public async Task An_address_that_another_person_confirmed_is_asked_about()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Bevestigd(Guid.NewGuid(), Dienst.Email);

        await dienst.Fabriek.Verwerk(Dienst.Melding());

        (await Vraag(dienst)).To.Mailboxes.Single().Address.ShouldBe(Dienst.Email);
        (await Ontvangstbevestiging(dienst)).Status.ShouldBe(Verzendstatus.WachtOpBevestiging);
    }

    [Fact]
    public async Task Who_does_not_confirm_it_in_time_gets_a_letter()
    {
        await using var dienst = await Dienst.Start();
        var persoon = Guid.NewGuid();
        await dienst.Fabriek.Verwerk(Dienst.Melding(persoonId: persoon));
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: persoon));
        await Vraag(dienst);

        await Verstreken(dienst);

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        await Tot.Waar(async () => (await Ontvangstbevestiging(dienst)).Status == Verzendstatus.Verzonden);
        (await dienst.Fabriek.Aangekondigd()).ShouldHaveSingleItem()
            .ShouldBeOfType<OntvangstBevestigd>().Wijze.ShouldBe(Verzendwijze.Brief);

        // Confirming afterwards gives no second confirmation, and the address counts for what comes later.
        await Druk(dienst, await Link(dienst));
        await dienst.Fabriek.Verwerk(Dienst.Melding(dossier: "D-2026-000002", persoonId: persoon));
        await Tot.Waar(() => dienst.Emails.Length == 2);
        (await dienst.Fabriek.Aangekondigd()).OfType<OntvangstBevestigd>().Count(g => g.Dossiernummer == Dienst.Dossier).ShouldBe(1);
    }

    [Fact]
    public async Task When_the_term_leaves_no_day_to_ask_the_letter_goes_at_once()
    {
        await using var dienst = await Dienst.Start();
        var persoon = Guid.NewGuid();
        dienst.Fabriek.Klok.Zet(new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero));
        await dienst.Fabriek.Verwerk(Dienst.Melding(persoonId: persoon));
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: persoon));

        await dienst.Staat("verzonden");
        (dienst.Brieven.Length, dienst.Emails.Length).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_new_address_that_the_mail_server_refuses_becomes_a_letter_without_waiting()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.BijOntvanger = "550 5.1.1 onbekend";
        await using var dienst = await Dienst.Start(poort);
        var persoon = Guid.NewGuid();
        await dienst.Fabriek.Verwerk(Dienst.Melding(persoonId: persoon));
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: persoon));

        await Tot.Waar(() => dienst.Brieven.Length == 1);
        (await Rij(dienst, Verzendsoort.Adrescontrole)).Status.ShouldBe(Verzendstatus.Vervallen);
    }

    [Fact]
    public async Task A_mailbox_that_is_flooded_gets_no_more_questions_and_the_residents_get_letters()
    {
        await using var dienst = await Dienst.Start(perAdres: 3);
        for (var i = 1; i <= 5; i++)
        {
            var persoon = Guid.NewGuid();
            var dossier = Nummers.Dossiernummer(2026, i);
            await dienst.Fabriek.Verwerk(Dienst.Melding(dossier: dossier, persoonId: persoon));
            await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: persoon) with { Dossiernummer = dossier });
        }

        await Tot.Waar(() => dienst.Brieven.Length == 2);
        dienst.Emails.Length.ShouldBe(3);
    }

    [Fact]
    public async Task While_it_waits_a_consulent_may_hand_it_over()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());

        (await dienst.ReikUit("2026-05-04")).ShouldBe((204, ""));

        (await Ontvangstbevestiging(dienst)).Status.ShouldBe(Verzendstatus.Verzonden);
        await Druk(dienst, await Link(dienst));
        dienst.Emails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_died_meanwhile_gets_neither()
    {
        await using var dienst = await Dienst.Start();
        var persoon = Guid.NewGuid();
        await dienst.Fabriek.Verwerk(Dienst.Melding(persoonId: persoon));
        var link = await Link(dienst);
        await dienst.Fabriek.Verwerk(Dienst.Persoon(persoonId: persoon) with { Signalen = [Brpsignaal.Overleden] });

        (await dienst.Fabriek.Met(null).GetAsync(new Uri(link.PathAndQuery, UriKind.Relative)))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Ontvangstbevestiging(dienst)).Status.ShouldBe(Verzendstatus.Vervallen);
        (await dienst.Fabriek.Aangekondigd()).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_address_and_no_code_is_stored_where_it_can_be_read()
    {
        await using var dienst = await Dienst.Start();
        await dienst.Fabriek.Verwerk(Dienst.Melding());
        var code = (await Link(dienst)).Query["?code=".Length..];

        var rijen = await dienst.Fabriek.Vraag(db => db.Database.SqlQuery<string>(
            $"SELECT to_jsonb(v)::text AS \"Value\" FROM verzending v UNION ALL SELECT to_jsonb(e)::text FROM emailadres e").ToListAsync());

        foreach (var geheim in (string[])[Dienst.Email, code]) string.Join(' ', rijen).ShouldNotContain(geheim);
    }

    internal static async Task<MimeMessage> Vraag(Dienst dienst, string adres = Dienst.Email) => await Tot.Gevonden(() => Task.FromResult(
        dienst.Emails.Select(e => MimeMessage.Load(e))
            .FirstOrDefault(e => e.Subject!.StartsWith("Klopt", StringComparison.Ordinal) && e.To.Mailboxes.Single().Address == adres)));

    private static async Task<Uri> Link(Dienst dienst, string adres = Dienst.Email)
    {
        var link = new Uri(Webadres().Match((await Vraag(dienst, adres)).TextBody!).Value);
        link.GetLeftPart(UriPartial.Path).ShouldBe($"https://portaal.almere.example{Pagina}");
        return link;
    }

    /// <summary>Presses the button on the page behind the link, and returns the page that follows.</summary>
    private static async Task<string> Druk(Dienst dienst, Uri link)
    {
        var http = dienst.Fabriek.Met(null);
        var pagina = await http.GetStringAsync(new Uri(link.PathAndQuery, UriKind.Relative));
        using var formulier = new FormUrlEncodedContent([new("code", Code().Match(pagina).Groups[1].Value)]);
        using var antwoord = await http.PostAsync(new Uri(link.AbsolutePath, UriKind.Relative), formulier);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await antwoord.Content.ReadAsStringAsync();
    }

    /// <summary>The time to confirm is over.</summary>
    private static Task Verstreken(Dienst dienst) => dienst.Fabriek.Vraag(db =>
        db.Database.ExecuteSqlAsync($"UPDATE verzending SET due_at = 'epoch' WHERE status = 'WachtOpBevestiging'"));

    private static Task<Verzending> Ontvangstbevestiging(Dienst dienst) => Rij(dienst, Verzendsoort.Ontvangstbevestiging);

    private static Task<Verzending> Rij(Dienst dienst, Verzendsoort soort) => dienst.Fabriek.Vraag(db =>
        db.Verzendingen.AsNoTracking().SingleAsync(v => v.Dossiernummer == Dienst.Dossier && v.Soort == soort));

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Webadres();

    [GeneratedRegex("name=\"code\" value=\"([^\"]+)\"")]
    private static partial Regex Code();
}
