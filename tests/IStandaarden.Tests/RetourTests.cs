namespace WmoPlatform.IStandaarden.Tests;

public class RetourTests
{
    private static readonly DateOnly Morgen = new(2026, 3, 3);

    [Fact]
    public void A_retour_names_the_same_sender_and_receiver_as_the_message_it_answers()
    {
        var retour = Retour.Akkoord(Voorbeelden.Wmo301, "302-1", Morgen);
        retour.Header.Afzender.ShouldBe("0034");
        retour.Header.Ontvanger.ShouldBe("12345678");
        retour.Header.BerichtIdentificatie.ShouldBe(Voorbeelden.Wmo301.Header.BerichtIdentificatie);
        retour.Identificatie.ShouldBe("302-1");
        retour.Header.DagtekeningRetour.ShouldBe(Morgen);
    }

    [Fact]
    public void All_fine_is_a_header_without_codes()
    {
        var retour = (Wmo302)Ketenbericht.Lees(Retour.Akkoord(Voorbeelden.Wmo301, "302-1", Morgen).ToXml());
        retour.IsAkkoord.ShouldBeTrue();
        retour.Inhoud.ShouldBeNull();
        retour.Header.RetourCodes.ShouldBeNull();
    }

    [Fact]
    public void A_level_2_error_is_a_header_with_0001()
    {
        var retour = (Wmo302)Ketenbericht.Lees(Retour.TechnischOnjuist(Voorbeelden.Wmo301, "302-1", Morgen).ToXml());
        retour.IsAkkoord.ShouldBeFalse();
        retour.Afkeurcodes.ShouldBe(["0001"]);
        retour.Inhoud.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Heenberichten))]
    public void A_fault_in_the_header_is_a_header_with_its_code(string naam)
    {
        var retour = Heen_en_weer(Retour.HeaderAfgekeurd((Heenbericht)Voorbeelden.Alle[naam], "R-1", Morgen, "8848"));
        retour.Header.RetourCodes.ShouldBe(["8848"]);
        retour.ToXml().ShouldNotContain("0200");
        retour.Bevindingen.Single().Pad.ShouldBe("Bericht/Header");
    }

    [Fact]
    public void A_level_3_error_sends_the_client_back_with_a_code_at_every_class()
    {
        var retour = (Wmo302)Ketenbericht.Lees(Retour.Afgekeurd(Voorbeelden.Wmo301, "302-1", Morgen,
            (ToegewezenProduct product) => product.ToewijzingNummer == 1002 ? ["9332"] : []).ToXml());
        retour.Afkeurcodes.ShouldBe(["9332"]);
        retour.Header.RetourCodes.ShouldBe(["0200"]);
        var client = retour.Inhoud.ShouldNotBeNull();
        client.RetourCodes.ShouldBe(["0200"]);
        client.Relaties![0].Contact.RetourCodes.ShouldBe(["0200"]);
        client.Contactgegevens[0].RetourCodes.ShouldBe(["0200"]);
        client.ToegewezenProducten[0].RetourCodes.ShouldBe(["0200"]);
        client.ToegewezenProducten[1].RetourCodes.ShouldBe(["9332"]);
    }

    [Fact]
    public void A_heen_message_never_carries_codes() =>
        (Voorbeelden.Wmo301 with { Client = Voorbeelden.Wmo301.Client with { RetourCodes = ["0200"] } }).ToXml()
            .ShouldNotContain("RetourCode");

    [Fact]
    public void An_answer_to_a_declaration_has_the_gemeente_as_sender_and_a_number_of_its_own()
    {
        var antwoord = (Wmo325)Ketenbericht.Lees(Retour.Akkoord(Voorbeelden.Wmo323, "325-1", Morgen).ToXml());
        antwoord.Identificatie.ShouldBe("325-1");
        antwoord.ToXml().ShouldContain("<wmo325:Afzender>0034<");
        antwoord.ToXml().ShouldContain("<wmo325:Ontvanger>12345678<");
        antwoord.ToXml().ShouldContain("<iwmo:Identificatie>325-1<");
        antwoord.IsAkkoord.ShouldBeTrue();
        antwoord.Header.Afzender.ShouldBe("12345678");
        antwoord.Header.BerichtIdentificatie.ShouldBe(Voorbeelden.Wmo323.Header.BerichtIdentificatie);
        antwoord.Inhoud.ShouldNotBeNull().TotaalToegekendBedrag.ShouldBe(Voorbeelden.Wmo323.Declaratie.TotaalIngediendBedrag);
        antwoord.Inhoud.Clienten.ShouldBeNull();
    }

    [Fact]
    public void What_is_not_paid_of_a_declaration_comes_back_and_the_rest_is_granted()
    {
        // The declaration claims 819.48 and credits 68.29. Without the claim, the credit remains.
        var antwoord = (Wmo325)Ketenbericht.Lees(
            Retour.Afgekeurd(Voorbeelden.Wmo323, "325-1", Morgen, (Prestatie p) => p.ToewijzingNummer == 1001 ? ["9321"] : []).ToXml());
        var declaratie = antwoord.Inhoud.ShouldNotBeNull();
        declaratie.TotaalIngediendBedrag.ShouldBe(new(75_119, "D"));
        declaratie.TotaalToegekendBedrag.ShouldBe(new(6_829, "C"));
        declaratie.Clienten.ShouldNotBeNull().Single().Prestaties.Single().RetourCodes.ShouldBe(["9321"]);
        declaratie.Clienten[0].RetourCodes.ShouldBe(["0200"]);

        var credit = (Wmo325)Ketenbericht.Lees(
            Retour.Afgekeurd(Voorbeelden.Wmo323, "325-1", Morgen, (Prestatie p) => p.ToewijzingNummer == 1004 ? ["8017"] : []).ToXml());
        credit.Inhoud.ShouldNotBeNull().TotaalToegekendBedrag.ShouldBe(new(81_948, "D"));
    }

    [Fact]
    public void A_receipt_of_a_request_sends_back_everything_with_a_code_at_every_class()
    {
        var retour = (Wmo318)Ketenbericht.Lees(Retour.Afgekeurd(Voorbeelden.Wmo317, "318-1", Morgen, "9349").ToXml());
        retour.Afkeurcodes.ShouldBe(["9349"]);
        var verzoek = retour.Inhoud.ShouldNotBeNull().Verzoek;
        verzoek.OngewijzigdeProducten![0].RetourCodes.ShouldBe(["0200"]);
        verzoek.TeWijzigenProducten![1].RetourCodes.ShouldBe(["0200"]);
        verzoek.NieuweProducten![1].RetourCodes.ShouldBe(["0200"]);
    }

    public static TheoryData<string> Heenberichten => [.. Voorbeelden.Alle.Where(v => v.Value is Heenbericht).Select(v => v.Key)];

    [Theory, MemberData(nameof(Heenberichten))]
    public void Any_message_is_answered_with_its_own_kind_of_retour_that_can_be_written_and_read(string naam)
    {
        var heen = (Heenbericht)Voorbeelden.Alle[naam];
        var akkoord = Heen_en_weer(Retour.Akkoord(heen, "R-1", Morgen));
        var onjuist = Heen_en_weer(Retour.TechnischOnjuist(heen, "R-2", Morgen));
        var afgekeurd = Heen_en_weer(Retour.Afgekeurd(heen, "R-3", Morgen, "8848", "9056"));

        foreach (var retour in new[] { akkoord, onjuist, afgekeurd })
        {
            retour.Soort.BijBericht.ShouldBe(heen.Soort);
            retour.Header.BerichtIdentificatie.ShouldBe(heen.Header.BerichtIdentificatie);
            (retour.Header.Afzender, retour.Header.Ontvanger).ShouldBe((heen.Header.Afzender, heen.Header.Ontvanger));
        }
        akkoord.IsAkkoord.ShouldBeTrue();
        onjuist.Afkeurcodes.ShouldBe(["0001"]);
        afgekeurd.Afkeurcodes.ShouldBe(["8848", "9056"]);
    }

    [Fact]
    public void What_is_rejected_is_told_with_code_place_and_sentence()
    {
        var retour = Retour.Afgekeurd(
            Voorbeelden.Wmo301, "302-1", Morgen, (ToegewezenProduct product) => product.ToewijzingNummer == 1002 ? ["9332"] : []);
        retour.Bevindingen.ShouldBe(
            [new("9332", "Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]", "Het nummer van de toewijzing is al in gebruik.")]);
        Retour.TechnischOnjuist(Voorbeelden.Wmo301, "302-1", Morgen).Bevindingen.Single().Pad.ShouldBe("Bericht/Header");
    }

    [Fact]
    public void A_code_can_stand_at_any_class()
    {
        var retour = Retour.Afgekeurd(Voorbeelden.Wmo301, "302-1", Morgen, (Berichtklasse klasse) => klasse is Relatie ? ["9074"] : []);
        retour.Bevindingen.Single().Pad.ShouldBe("Bericht/Client/Relaties/Relatie[1]");
    }

    [Fact]
    public void Nothing_is_paid_of_a_declaration_that_is_rejected_itself()
    {
        var retour = (Wmo325)Retour.Afgekeurd(Voorbeelden.Wmo323, "325-1", Morgen, (DeclaratieAntwoord _) => ["9333"]);
        retour.Inhoud.ShouldNotBeNull().TotaalToegekendBedrag.InCenten.ShouldBe(0);
        retour.Bevindingen.Single().Pad.ShouldBe("Bericht/DeclaratieAntwoord");

        var client =
            (Wmo325)Retour.Afgekeurd(Voorbeelden.Wmo323, "325-1", Morgen, (DeclaratieClient c) => c.Bsn == "999993653" ? ["8187"] : []);
        client.Inhoud.ShouldNotBeNull().TotaalToegekendBedrag.InCenten.ShouldBe(-6_829);
    }

    [Fact]
    public void Every_retourcode_has_a_plain_sentence_of_its_own()
    {
        Retourcode.Alle.Count.ShouldBe(59 + 9, "59 of iWmo 3.2, and 9 that only iEb 1.0.2 has");
        Retourcode.Alle.Select(Retourcode.Tekst).Distinct().Count().ShouldBe(Retourcode.Alle.Count);
        Retourcode.Alle.Select(Retourcode.Tekst).ShouldAllBe(tekst => tekst.EndsWith('.') && char.IsUpper(tekst[0]));
        Retourcode.Tekst("9507").ShouldContain("9507");
    }

    private static Retourbericht Heen_en_weer(Retourbericht retour)
    {
        var gelezen = (Retourbericht)Ketenbericht.Lees(retour.ToXml());
        gelezen.ToXml().ShouldBe(retour.ToXml());
        return gelezen;
    }
}
