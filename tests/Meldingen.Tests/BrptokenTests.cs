using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>A BRP that lets nobody in without a token (OAuth 2.0). Each test has its own.</summary>
public sealed class BrptokenTests : IAsyncLifetime
{
    private readonly MetToken _dienst = new();

    public ValueTask InitializeAsync() => _dienst.InitializeAsync();

    public ValueTask DisposeAsync() => _dienst.DisposeAsync();

    [Fact]
    public async Task One_token_serves_all_questions_and_following_too()
    {
        await Vastgesteld();
        await Vastgesteld();

        var vraag = _dienst.Brp.Tokenvragen.ShouldHaveSingleItem();
        (vraag["grant_type"], vraag["client_id"], vraag["scope"], vraag["resourceServer"]).ShouldBe(
            ("client_credentials", "gemeente", "00000001234567890000", "ResourceServer02"));
        await Tot.Waar(() => _dienst.Brp.Gevolgd.Count == 2);
    }

    [Fact]
    public async Task A_token_that_was_withdrawn_is_replaced_at_once()
    {
        await Vastgesteld();
        _dienst.Brp.Token = "tweede";

        await Vastgesteld();

        _dienst.Brp.Tokenvragen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_token_the_question_waits_as_in_any_outage()
    {
        _dienst.Brp.GeeftTokens = false;
        var bsn = TestBsn.Nieuw();
        _dienst.Brp.Ken(bsn);
        var dossiernummer = (await _dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>();
        await Tot.Waar(() => _dienst.Fabriek.Vraag(db => db.Meldingen.AnyAsync(m => m.Attempts > 0 && m.ClaimedUntil == null)));
        (await _dienst.Aangekondigd(dossiernummer)).OfType<PersoonNietGevonden>().ShouldBeEmpty();

        _dienst.Brp.GeeftTokens = true;

        await _dienst.Komt<PersoonsgegevensVastgesteld>(dossiernummer);
    }

    private async Task Vastgesteld()
    {
        var bsn = TestBsn.Nieuw();
        _dienst.Brp.Ken(bsn);
        await _dienst.Komt<PersoonsgegevensVastgesteld>((await _dienst.Meld(bsn))["dossiernummer"]!.GetValue<string>());
    }

    private sealed class MetToken : Dienst
    {
        protected override Dictionary<string, string> Extra(NepBrp brp)
        {
            brp.Token = "eerste";
            return new()
            {
                ["Partners:Brp:Token:Adres"] = brp.Tokenadres,
                ["Partners:Brp:Token:ClientId"] = "gemeente",
                ["Partners:Brp:Token:Geheim"] = "geheim",
                ["Partners:Brp:Token:Scope"] = "00000001234567890000",
                ["Partners:Brp:Token:Extra:resourceServer"] = "ResourceServer02",
            };
        }
    }
}
