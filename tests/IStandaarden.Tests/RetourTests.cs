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
}
