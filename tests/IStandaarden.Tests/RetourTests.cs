namespace WmoPlatform.IStandaarden.Tests;

public class RetourTests
{
    private static readonly DateOnly Morgen = new(2026, 3, 3);

    [Fact]
    public void A_retour_names_the_same_sender_and_receiver_as_the_message_it_answers()
    {
        var retour = Wmo302.Akkoord(Voorbeelden.Wmo301, "302-1", Morgen);
        retour.Header.Afzender.ShouldBe("0034");
        retour.Header.Ontvanger.ShouldBe("12345678");
        retour.Header.BerichtIdentificatie.ShouldBe(Voorbeelden.Wmo301.Header.BerichtIdentificatie);
        retour.Identificatie.ShouldBe("302-1");
        retour.Header.DagtekeningRetour.ShouldBe(Morgen);
    }

    [Fact]
    public void All_fine_is_a_header_without_codes()
    {
        var retour = (Wmo302)Ketenbericht.Lees(Wmo302.Akkoord(Voorbeelden.Wmo301, "302-1", Morgen).ToXml());
        retour.IsAkkoord.ShouldBeTrue();
        retour.Client.ShouldBeNull();
        retour.Header.RetourCodes.ShouldBeNull();
    }

    [Fact]
    public void A_level_2_error_is_a_header_with_0001()
    {
        var retour = (Wmo302)Ketenbericht.Lees(Wmo302.TechnischOnjuist(Voorbeelden.Wmo301, "302-1", Morgen).ToXml());
        retour.IsAkkoord.ShouldBeFalse();
        retour.Afkeurcodes.ShouldBe(["0001"]);
        retour.Client.ShouldBeNull();
    }

    [Fact]
    public void A_level_3_error_sends_the_client_back_with_a_code_at_every_class()
    {
        var retour = (Wmo302)Ketenbericht.Lees(Wmo302.Afgekeurd(Voorbeelden.Wmo301, "302-1", Morgen, product => product.ToewijzingNummer == 1002 ? ["9332"] : []).ToXml());
        retour.Afkeurcodes.ShouldBe(["9332"]);
        var client = retour.Client.ShouldNotBeNull();
        client.RetourCodes.ShouldBe(["0200"]);
        client.Relaties![0].Contact.RetourCodes.ShouldBe(["0200"]);
        client.Contactgegevens[0].RetourCodes.ShouldBe(["0200"]);
        client.ToegewezenProducten[0].RetourCodes.ShouldBe(["0200"]);
        client.ToegewezenProducten[1].RetourCodes.ShouldBe(["9332"]);
    }

    [Fact]
    public void A_heen_message_never_carries_codes() =>
        (Voorbeelden.Wmo301 with { Client = Voorbeelden.Wmo301.Client with { RetourCodes = ["0200"] } }).ToXml().ShouldNotContain("RetourCode");

    [Fact]
    public void An_answer_to_a_declaration_has_the_gemeente_as_sender_and_a_number_of_its_own()
    {
        var antwoord = (Wmo325)Ketenbericht.Lees(Wmo325.Akkoord(Voorbeelden.Wmo323, "325-1", Morgen).ToXml());
        antwoord.Identificatie.ShouldBe("325-1");
        antwoord.Header.Eigen.Afzender.ShouldBe("0034");
        antwoord.Header.Eigen.Ontvanger.ShouldBe("12345678");
        antwoord.Header.DeclaratieIdentificatie.ShouldBe(Voorbeelden.Wmo323.Header.BerichtIdentificatie);
        antwoord.DeclaratieAntwoord.ShouldNotBeNull().TotaalToegekendBedrag.ShouldBe(Voorbeelden.Wmo323.Declaratie.TotaalIngediendBedrag);
        antwoord.DeclaratieAntwoord.Clienten.ShouldBeNull();
    }

    [Fact]
    public void What_is_not_paid_of_a_declaration_comes_back_and_the_rest_is_granted()
    {
        // 819.48 to be paid and 68.29 to be paid back; without the first there remains a credit.
        var antwoord = (Wmo325)Ketenbericht.Lees(Wmo325.Afgekeurd(Voorbeelden.Wmo323, "325-1", Morgen, p => p.ToewijzingNummer == 1001 ? ["9321"] : []).ToXml());
        var declaratie = antwoord.DeclaratieAntwoord.ShouldNotBeNull();
        declaratie.TotaalIngediendBedrag.ShouldBe(new(75_119, "D"));
        declaratie.TotaalToegekendBedrag.ShouldBe(new(6_829, "C"));
        declaratie.Clienten.ShouldNotBeNull().Single().Prestaties.Single().RetourCodes.ShouldBe(["9321"]);
        declaratie.Clienten[0].RetourCodes.ShouldBe(["0200"]);

        var credit = (Wmo325)Ketenbericht.Lees(Wmo325.Afgekeurd(Voorbeelden.Wmo323, "325-1", Morgen, p => p.ToewijzingNummer == 1004 ? ["8017"] : []).ToXml());
        credit.DeclaratieAntwoord.ShouldNotBeNull().TotaalToegekendBedrag.ShouldBe(new(81_948, "D"));
    }

    [Fact]
    public void A_receipt_of_a_request_sends_back_everything_with_a_code_at_every_class()
    {
        var retour = (Wmo318)Ketenbericht.Lees(Wmo318.Afgekeurd(Voorbeelden.Wmo317, "318-1", Morgen, "9349").ToXml());
        retour.Afkeurcodes.ShouldBe(["9349"]);
        var verzoek = retour.Client.ShouldNotBeNull().Verzoek;
        verzoek.OngewijzigdeProducten![0].RetourCodes.ShouldBe(["0200"]);
        verzoek.TeWijzigenProducten![1].RetourCodes.ShouldBe(["0200"]);
        verzoek.NieuweProducten![1].RetourCodes.ShouldBe(["0200"]);
    }
}
